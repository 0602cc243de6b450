import type { ReportPlayer } from "./report-players.ts";
import { wholeGuidOf } from "./report-values.ts";
import type { RoundLog } from "./round-log.ts";
import { MAX_PLAYERS } from "./sift.ts";

/** Fields of an entry that name a player. */
const NAMING = ["player", "killer", "victim"] as const;
/** Who left before the end is in no `player_stats`; what is named but once may be a garbled GUID. */
const PROOF = 2;
/** No more people come and go in a round; the first that the log names. */
const MAX_LEAVERS = 4 * MAX_PLAYERS;

/** The GUIDs that entries of a log may name: players of the round, and who else was seen more than once. */
export class LogPeople {
  readonly #known: ReadonlySet<string>;

  constructor(log: RoundLog, players: readonly ReportPlayer[]) {
    const times = new Map<string, number>();
    for (const { entry } of log.events) {
      for (const field of NAMING) {
        const guid = wholeGuidOf(entry[field]);
        if (guid !== null) times.set(guid, (times.get(guid) ?? 0) + 1);
      }
    }
    const known = new Set(players.map(({ guid }) => guid));
    const seen = [...times].filter(([guid, count]) => count >= PROOF && !known.has(guid));
    for (const [guid] of seen.slice(0, MAX_LEAVERS)) known.add(guid);
    this.#known = known;
  }

  /** The whole GUID of somebody who was there; null for the world and for anything else. */
  guid(value: unknown): string | null {
    const guid = wholeGuidOf(value);
    return guid !== null && this.#known.has(guid) ? guid : null;
  }
}
