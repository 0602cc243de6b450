import { parseReportOrThrow, type RoundReport } from "../../src/index.ts";

/** Whole GUIDs of invented people. */
export const MOTH = "A1".repeat(16);
export const BROOK = "B2".repeat(16);
export const FERN = "C3".repeat(16);

/** When the round of {@link reportOf} began, by level time and by the clock. */
export const LEVEL_START = 400_000;
export const UNIX_START = 1_775_842_952;
/** How long it was. */
export const LENGTH_MS = 316_000;

type Json = Record<string, unknown>;

/** A player's entry, who did nothing remarkable. */
export function playerOf(guid: string, team: number, more: Json = {}): Json {
  const weaponStats = "20 3 9 1 0 1 40 120 6 2 5 1250 830 12 0 3 1 0 0 81.4 42".split(" ");
  return { guid: guid.slice(0, 8), name: "somebody", rounds: "0", team, weaponStats, ...more };
}

/** A round report with Moth on Axis and Brook on Allies; `info` and `more` go over it. */
export function reportOf(info: Json = {}, more: Json = {}): Json {
  return {
    round_info: {
      servername: "Meadow",
      mapname: "supply",
      config: "legacy3",
      round: 1,
      matchID: "70001",
      defenderteam: 1,
      winnerteam: 2,
      timelimit: "12:00",
      nextTimeLimit: "5:16",
      round_start: LEVEL_START,
      round_end: LEVEL_START + LENGTH_MS,
      round_start_unix: UNIX_START,
      round_end_unix: UNIX_START + LENGTH_MS / 1000,
      ...info,
    },
    player_stats: { [MOTH]: playerOf(MOTH, 1), [BROOK]: playerOf(BROOK, 2) },
    ...more,
  };
}

/** An entry of a gamelog, so many seconds after the round began. */
export function entry(seconds: number, label: string, more: Json = {}): Json {
  const ms = Math.round(seconds * 1000);
  return { label, leveltime: LEVEL_START + ms, unixtime: UNIX_START * 1000 + ms, ...more };
}

export function bytesOf(json: unknown): Uint8Array {
  return new TextEncoder().encode(typeof json === "string" ? json : JSON.stringify(json));
}

/** The one round of a report. */
export function readRound(json: unknown, name = "report.json"): RoundReport {
  const [round] = parseReportOrThrow(bytesOf(json), name).rounds;
  if (round === undefined) throw new Error("no round");
  return round;
}
