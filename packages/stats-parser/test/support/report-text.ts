import type { PlayerLine, StatsFile } from "../../src/index.ts";

/** What a report tells that its round's stats file does not. */
export interface ReportWords {
  /** Unix seconds. */
  readonly startUnix?: number | null;
  readonly endUnix: number;
  /** The league's id of the fixture. */
  readonly fixture: string;
  readonly alphaName?: string;
  readonly betaName?: string;
  readonly alphaSide?: 1 | 2;
  /** Whole GUIDs by GUID8; who is not among them gets a made-up one. */
  readonly guids?: ReadonlyMap<string, string>;
  readonly gamelog?: readonly object[];
}

const FIELDS = 10;
const LEVEL_START = 60_000;

/**
 * The round of a stats file as a league's report tells it: header, and of each player the weapons and
 * the first ten fields. What `round_data` of a match report is, and a round report alone.
 */
export function reportOf({ header, round, lines }: StatsFile, words: ReportWords): object {
  const { startUnix = null, endUnix } = words;
  const length = startUnix === null ? null : (endUnix - startUnix) * 1000;
  return {
    round_info: {
      servername: header.server,
      config: header.config,
      mapname: header.map,
      round,
      defenderteam: header.defenderSide ?? 0,
      winnerteam: header.winnerSide ?? 0,
      timelimit: header.timeLimitText,
      nextTimeLimit: header.nextTimeLimitText,
      matchID: words.fixture,
      ...(startUnix === null ? {} : { round_start_unix: startUnix }),
      round_end_unix: endUnix,
      ...(length === null ? {} : { round_start: LEVEL_START, round_end: LEVEL_START + length }),
    },
    player_stats: Object.fromEntries(
      lines.map((line) => [wholeGuid(line, words.guids), playerStats(line)]),
    ),
    ...(words.alphaSide
      ? {
          metadata: {
            matchID: words.fixture,
            scores: {
              alpha_teamname: words.alphaName ?? "",
              beta_teamname: words.betaName ?? "",
              round: { alpha_side: words.alphaSide },
            },
          },
        }
      : {}),
    ...(words.gamelog ? { gamelog: words.gamelog } : {}),
  };
}

/** A report as a file. */
export function reportBytes(report: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(report));
}

function wholeGuid({ guid }: PlayerLine, guids: ReportWords["guids"]): string {
  return guids?.get(guid) ?? guid.padEnd(32, "0");
}

function playerStats(line: PlayerLine): object {
  const tab = line.tab ?? [];
  return {
    guid: line.guid,
    name: line.rawName,
    rounds: String(line.rounds),
    team: String(line.side),
    weaponStats: [line.weaponMask, ...line.weapons, ...tab.slice(0, FIELDS)].map(String),
  };
}
