import { describe, expect, it } from "vitest";
import { pairFiles } from "../src/pair-rounds.ts";
import { hasRealFiles, onRealFiles, realFiles, truePairs } from "./real-files.ts";

const rounds = (folder: string) => pairFiles(realFiles(folder)).rounds;

describe.runIf(hasRealFiles)(onRealFiles("files of real servers"), () => {
  it("every pair that the headers prove is found, and a lone file is at most aborted by its header", () => {
    const found = new Map(rounds("stats").map((round) => [round.key, round]));
    const apart = truePairs().filter(({ round1, round2 }) => found.get(round2)?.partner !== round1);
    expect(apart).toEqual([]);
    const aborted = [...found.values()].filter((round) => round.state === "aborted");
    expect(aborted.filter(({ file }) => !file?.header.badNextTime)).toEqual([]);
  });

  it("same_map_twice: two matches of two rounds", () => {
    const played = rounds("cases/same_map_twice");
    expect(played.map(({ state }) => state)).toEqual(["paired", "paired", "paired", "paired"]);
    expect(new Set(played.map(({ matchId }) => matchId)).size).toBe(2);
    expect(played[3]?.stats.timeLimitSeconds).toBe(146);
    for (const { stats } of played) {
      expect(stats.players.every(({ timePlayedSeconds: s }) => (s ?? 0) < 12 * 60)).toBe(true);
    }
  });

  it.each(["round1_again_carried", "round1_again_carried_rounds1"])(
    "%s: the second Round 1 is its file minus the first one",
    (name) => {
      const [first, again] = rounds(`cases/${name}`);
      expect([first?.state, again?.state]).toEqual(["lone", "lone"]);
      expect(again?.stats).toMatchObject({
        round: 1,
        round1File: first?.key,
        outcome: "completed",
      });
      for (const player of again?.stats.players ?? []) {
        const before = first?.stats.players.find(({ guid }) => guid === player.guid);
        const line = again?.file?.lines.find(({ guid }) => guid === player.guid);
        expect(player.damageGiven).toBe((line?.tab?.[0] ?? 0) - (before?.damageGiven ?? 0));
        expect(player.timePlayedSeconds).toBe(again?.stats.durationSeconds);
        expect(player.flags).not.toContain("cumulative");
      }
    },
  );
});
