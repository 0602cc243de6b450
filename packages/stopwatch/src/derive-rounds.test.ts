import { describe, expect, it } from "vitest";
import {
  type FileSketch,
  four,
  fourLater,
  type LineSketch,
  statsFile,
} from "../test/build-files.ts";
import { pairFiles } from "./pair-rounds.ts";

/** A Round 1 of 8 minutes, and one of 4 minutes begun again with the numbers of both. */
const GIVEN_UP: FileSketch = { at: "20:10:00", round: 1, playtime: 480 };
const onTop: readonly LineSketch[] = four.map((line) => ({
  ...line,
  damage: (line.damage ?? 0) + 300,
  received: (line.received ?? 0) + 250,
  minutes: 12,
}));
const AGAIN: FileSketch = { at: "20:20:00", round: 1, playtime: 240, players: onTop };

const damage = (files: FileSketch[]) =>
  pairFiles(files.map(statsFile)).rounds.map(({ file, stats }) => {
    const most = Math.max(...stats.players.map((player) => player.damageGiven ?? 0));
    return `${file?.stamp?.time.slice(0, 4)} R${file?.round} ${most}`;
  });

describe("the counters of a Round 1 that was given up", () => {
  it.each<[string, FileSketch[], string[]]>([
    ["are taken off the next one", [GIVEN_UP, AGAIN], ["2010 R1 1700", "2020 R1 300"]],
    [
      "also when that first try was aborted",
      [{ ...GIVEN_UP, round: 2, playtime: 0, players: four }, AGAIN],
      ["2010 R2 1700", "2020 R1 300"],
    ],
    [
      "not from further back than the pairing window",
      [GIVEN_UP, { ...AGAIN, at: "21:10:00" }],
      ["2010 R1 1700", "2110 R1 2000"],
    ],
    [
      "not when a match was played to its end in between",
      [GIVEN_UP, { at: "20:15:00", round: 2, players: fourLater }, AGAIN],
      ["2010 R1 1700", "2015 R2 1700", "2020 R1 2000"],
    ],
    [
      "not those of another map",
      [{ ...GIVEN_UP, map: "radar" }, AGAIN],
      ["2010 R1 1700", "2020 R1 2000"],
    ],
    [
      "one try after another",
      [
        GIVEN_UP,
        AGAIN,
        {
          ...AGAIN,
          at: "20:30:00",
          players: onTop.map((line) => ({ ...line, damage: (line.damage ?? 0) + 50, minutes: 16 })),
        },
      ],
      ["2010 R1 1700", "2020 R1 300", "2030 R1 50"],
    ],
  ])("%s", (_what, files, numbers) => {
    expect(damage(files)).toEqual(numbers);
  });

  it("leave its Round 2 minus that Round 1's file alone", () => {
    const second = onTop.map((line) => ({
      ...line,
      side: 3 - (line.side ?? 1),
      rounds: 1,
      damage: (line.damage ?? 0) + 70,
      minutes: 16,
    }));
    const files: FileSketch[] = [
      GIVEN_UP,
      { ...AGAIN, winner: 2, next: 240 },
      { at: "20:30:00", round: 2, limit: 240, next: 240, playtime: 240, players: second },
    ];
    expect(damage(files)).toEqual(["2010 R1 1700", "2020 R1 300", "2030 R2 70"]);
    const [, again] = pairFiles(files.map(statsFile)).rounds;
    expect(again?.stats).toMatchObject({
      differential: "applied",
      round1File: "2026-03-04-201000-supply-round-1.txt",
    });
  });
});
