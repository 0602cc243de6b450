import {
  type Answer,
  type Comparison,
  compare,
  comparisonOf,
  emptySums,
  type Period,
} from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { roundsWindow } from "../queries/rounds-window.ts";
import { sumsOfPlayers } from "../queries/sums-of-players.ts";
import { periodName } from "./period-name.ts";
import { playerNames } from "./player-names.ts";
import { loadPlayerSums } from "./player-sums.ts";

/** Which rounds players are compared over; what is left out does not narrow it. */
export interface CompareFilter {
  readonly period?: Period | undefined;
  /** Unix ms; default the newest round that counts. */
  readonly asOfMs?: number | undefined;
  readonly map?: string | undefined;
  /** 1 Axis, 2 Allies. */
  readonly side?: 1 | 2 | undefined;
  readonly sessionId?: number | undefined;
}

/**
 * Two to four players, by GUID, side by side over the rounds of a filter. Four statements at most.
 *
 * @throws {DatabaseError}
 */
export async function comparePlayers(
  db: Reader,
  guids: readonly string[],
  filter: CompareFilter = {},
): Promise<Answer<Comparison>> {
  const { period = { kind: "all" }, map, side, sessionId } = filter;
  const settled = await roundsWindow(db, { period: periodName(period), asOfMs: filter.asOfMs });
  if (!settled.ok) return settled;
  const { open: _, newest: __, ...window } = settled.value;
  const refused = compare(guids, [], { period, asOfMs: window.asOfMs ?? undefined });
  if (!refused.ok) return refused;
  const sums =
    sessionId === undefined
      ? new Map(
          (await sumsOfPlayers(db, { window: settled.value, guids, map, side })).map((one) => [
            one.guid,
            one.sums,
          ]),
        )
      : await loadPlayerSums(db, { players: guids, sessions: [sessionId], window, map, side });
  const names = await playerNames(db, guids);
  const players = guids.map((guid) => ({
    guid,
    name: names.get(guid) ?? guid,
    sums: sums.get(guid) ?? emptySums(),
  }));
  return { ok: true, value: { window, ...comparisonOf(players) } };
}
