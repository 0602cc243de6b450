import { byTime, countedRows } from "./counted-round.ts";
import { metricValue } from "./metrics.ts";
import { amount, type PlayerRow } from "./player-row.ts";
import { type PlayerSums, sumRows } from "./player-sums.ts";
import { playerEntries, rowsByPlayer } from "./players.ts";
import { rank } from "./ranking.ts";
import { isMeasured } from "./time-dead.ts";

/** How a player spent a session. Seconds and percent of the time played. */
export interface SessionTime {
  readonly guid: string;
  readonly name: string;
  readonly rounds: number;
  readonly played: number;
  /** Null: no round of his measures it. */
  readonly dead: number | null;
  readonly deadShare: number | null;
  readonly denied: number;
  readonly deniedShare: number;
  /** Seconds dead that were above the time played and are not in it; from 5 s on worth a note. */
  readonly trimmed: number;
  readonly note: string | null;
}

/** The time view of a session. */
export interface SessionTimes {
  /** Most time first, at most 15. */
  readonly players: readonly SessionTime[];
  /** Over all players, listed or not. */
  readonly total: Pick<SessionTime, "played" | "dead" | "denied" | "rounds">;
  /** Rounds of players in which the time dead was cut. */
  readonly caps: number;
}

const SHOWN = 15;
const WORTH_A_NOTE = 5;

/** Time played, dead and denied of a session's players. */
export function sessionTimes(rows: readonly PlayerRow[]): SessionTimes {
  const counted = countedRows(rows);
  const byPlayer = rowsByPlayer(counted);
  const ranked = rank(playerEntries(counted), "timePlayed", {}).ranked;
  const total = sumRows(counted);
  return {
    players: ranked.slice(0, SHOWN).map(({ guid, name }) => {
      const own = byPlayer.get(guid) ?? [];
      const sums = sumRows(own);
      const trimmed = own.reduce((sum, row) => sum + trimmedSeconds(row), 0);
      return {
        guid,
        name,
        rounds: sums.rounds,
        played: sums.timePlayedSeconds,
        dead: deadSeconds(sums),
        deadShare: isMeasured("timeDeadShare", sums) ? metricValue("timeDeadShare", sums) : null,
        denied: sums.deniedPlaytimeSeconds,
        deniedShare: metricValue("deniedShare", sums),
        trimmed,
        note:
          trimmed >= WORTH_A_NOTE
            ? `${Math.round(trimmed)} s dead were above the time played and are left out`
            : null,
      };
    }),
    total: {
      rounds: total.rounds,
      played: total.timePlayedSeconds,
      dead: deadSeconds(total),
      denied: total.deniedPlaytimeSeconds,
    },
    caps: counted.filter((row) => trimmedSeconds(row) > 0).length,
  };
}

/** The uncut values of a session's rows as CSV with a header, oldest first. */
export function timeCsv(rows: readonly PlayerRow[]): string {
  const header = [
    "round_date",
    "map_name",
    "round_number",
    "player_name",
    "player_guid",
    "time_played_minutes",
    "time_dead_minutes",
    "time_dead_ratio",
    "denied_playtime_seconds",
  ];
  const lines = countedRows(rows)
    .sort(byTime)
    .map((row) => {
      const played = amount(row.timePlayedSeconds) / 60;
      const dead = measured(row.timeDeadMinutes);
      return [
        row.round.date,
        row.round.map,
        row.round.number,
        row.name,
        row.guid,
        played.toFixed(2),
        dead === null ? "" : dead.toFixed(2),
        dead === null ? "" : (played > 0 ? (dead / played) * 100 : 0).toFixed(1),
        measured(row.deniedPlaytimeSeconds) ?? "",
      ].map(csvField);
    });
  return [header, ...lines].map((fields) => `${fields.join(",")}\n`).join("");
}

/** A number of a row; null where its writer does not measure it. */
function measured(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : amount(value);
}

/** Seconds dead; null where no round measures them. */
function deadSeconds(sums: PlayerSums): number | null {
  return isMeasured("timeDead", sums) ? sums.timeDeadSeconds : null;
}

function trimmedSeconds(row: PlayerRow): number {
  return Math.max(0, amount(row.timeDeadMinutes) * 60 - Math.max(0, amount(row.timePlayedSeconds)));
}

/** A name may hold anything; a leading = + - @ would be run as a formula by a spreadsheet. */
function csvField(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
