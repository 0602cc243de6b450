import {
  type Answer,
  type Period,
  type PlayerRecord,
  playerRecord as playerRecordOf,
} from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { loadMatches } from "./match-rows.ts";
import { settledWindow } from "./settled-window.ts";

/**
 * Matches won and lost by a player, over all and by map.
 *
 * @param asOfMs unix ms that a window of days counts back from; default the newest round that counts
 * @throws {DatabaseError}
 */
export async function playerRecord(
  db: Reader,
  guid: string,
  period: Period = { kind: "all" },
  asOfMs?: number,
): Promise<Answer<PlayerRecord>> {
  const settled = await settledWindow(db, period, asOfMs);
  if (!settled.ok) return settled;
  const matches = await loadMatches(db, [guid], settled.value);
  return playerRecordOf(guid, matches, period, settled.value.asOfMs);
}
