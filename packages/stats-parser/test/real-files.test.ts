import { describe, expect, it } from "vitest";
import { matchSummary, type PlayerRound, roundStats, type StatsFile } from "../src/index.ts";
import { hasRealFiles, onRealFiles, realFiles } from "./support/real-files.ts";

function derive(folder: string) {
  let partner: StatsFile | null = null;
  return realFiles(folder).map(({ file, warnings }) => {
    const round = roundStats(file, { partner });
    partner = file;
    return { file, ...round, codes: [...warnings, ...round.warnings].map(({ code }) => code) };
  });
}

function playerOf(players: readonly PlayerRound[] | undefined, name: string): PlayerRound {
  const found = players?.find((player) => player.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}

describe.runIf(hasRealFiles)(onRealFiles("files of real servers"), () => {
  it("stats: no writer's way is warned of line by line", () => {
    const codes = realFiles("stats").flatMap(({ file, warnings }) =>
      [...new Set(warnings.map(({ code }) => code))].map((code) => [code, file.name] as const),
    );
    expect(new Set(codes.map(([code]) => code))).toEqual(
      new Set(["bullets_running_sum", "bad_nexttime"]),
    );
    const each = realFiles("stats").map(({ warnings }) => warnings.length);
    expect(Math.max(...each)).toBe(1);
  });

  it("writer_33_fields: playtime denied unknown, double kills as in field 28, shots from the weapons", () => {
    const [round] = derive("cases/writer_33_fields");
    expect(round?.file.layout).toBe("33");
    expect(round?.codes).toEqual(["bullets_running_sum"]);
    const { players } = round?.stats ?? { players: [] };
    expect(players.map((player) => player.deniedPlaytimeSeconds)).toEqual(players.map(() => null));
    expect(players.map((player) => player.doubleKills)).toEqual([1, 0, 2, 0, 0, 0]);
    expect(players.map((player) => player.bulletsFired)).toEqual(players.map(({ shots }) => shots));
    expect(players[0]?.shots).toBe(469);
  });

  it("space_separated: six players a file, their damage as written", () => {
    const [first, second] = derive("cases/space_separated");
    expect([first?.stats.players.length, second?.stats.players.length]).toEqual([6, 6]);
    expect(first?.file.layout).toBe("spaced");
    const player = playerOf(first?.stats.players, "o.ferrox");
    expect(player).toMatchObject({ damageGiven: 1527, timePlayedSeconds: 308 });
    expect(player.flags).toEqual(["time_from_round"]);
    expect(playerOf(second?.stats.players, "o.ferrox").damageGiven).toBe(1971 - 1527);
  });

  it("pause_counted: 7:00 in both rounds, 248 damage a minute, flagged", () => {
    const [first, second] = derive("cases/pause_counted");
    const both = matchSummary(first?.stats ?? null, second?.stats ?? null);
    const player = both.players.find(({ name }) => name === "crisp");
    expect(player?.timePlayedSeconds).toBe(420);
    expect(Math.round(player?.dpm ?? 0)).toBe(248);
    expect(player?.flags).toContain("pause_in_time");
  });
});
