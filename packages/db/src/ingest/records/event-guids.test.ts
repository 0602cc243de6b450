import type { PlayerRound } from "@slomix/stats-parser";
import { describe, expect, test } from "vitest";
import { eventGuids } from "./event-guids.ts";
import type { StoredPlayer } from "./player-columns.ts";

const whole = (eight: string, rest: string) => `${eight}${rest.repeat(24)}`;
/** A player as stored; `own` is the GUID of his line where he is stored under another. */
const stored = (guid: string, own = guid): StoredPlayer => ({
  guid,
  player: { guid: own } as PlayerRound,
});

describe("a whole GUID of a report", () => {
  test.each([
    ["is the player whose eight characters it begins with", [stored("AAAA1111")], "AAAA1111"],
    [
      "is the player stored by all of it, beside one who shares the first eight",
      [stored(whole("AAAA1111", "0")), stored(whole("AAAA1111", "1"))],
      whole("AAAA1111", "0"),
    ],
    [
      "is the bot's own key where only one bot fits",
      [stored("AAAA1111beef", "AAAA1111"), stored("BBBB2222")],
      "AAAA1111beef",
    ],
    [
      "keeps its first eight characters where two fit",
      [stored("AAAA1111"), stored("AAAA1111beef", "AAAA1111")],
      "AAAA1111",
    ],
    ["keeps its first eight characters where nobody fits", [stored("BBBB2222")], "AAAA1111"],
  ] as const)("%s", (_, players, expected) => {
    expect(eventGuids(players)(whole("AAAA1111", "0"))).toBe(expected);
  });
});
