import { describe, expect, it } from "vitest";
import { lineupChanges } from "./lineup-changes.ts";

const teams = (a: string, b: string) => [
  { letter: "A" as const, guids: a.split("") },
  { letter: "B" as const, guids: b.split("") },
];

describe("lineupChanges", () => {
  it("follows the people when the letters are exchanged", () => {
    expect(lineupChanges(teams("abc", "xyz"), teams("xyw", "abc"))).toEqual([
      { team: "A", previousTeam: "B", added: ["w"], removed: ["z"], unchanged: ["x", "y"] },
      { team: "B", previousTeam: "A", added: [], removed: [], unchanged: ["a", "b", "c"] },
    ]);
  });

  it("keeps the letters when nothing speaks against it", () => {
    const changes = lineupChanges(teams("ab", "xy"), teams("ax", "by"));
    expect(changes.map(({ previousTeam }) => previousTeam)).toEqual(["A", "B"]);
    expect(lineupChanges(teams("ab", "xy"), teams("cd", "uv"))[0]).toMatchObject({
      previousTeam: "A",
      added: ["c", "d"],
      removed: ["a", "b"],
    });
  });

  it("without a session before everybody is new", () => {
    expect(lineupChanges([], teams("ab", "xy"))[1]).toEqual({
      team: "B",
      previousTeam: null,
      added: ["x", "y"],
      removed: [],
      unchanged: [],
    });
    expect(lineupChanges(teams("ab", "xy"), [])).toEqual([]);
  });
});
