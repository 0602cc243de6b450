import {
  BADGE_SUMS,
  type BadgeLeader,
  type BadgeStanding,
  badgeStandings,
} from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { newestWindow } from "./rounds-window.ts";
import { sumsOfPlayers } from "./sums-of-players.ts";

/** A scale of badges and who has come how far on it, with names in colours. */
export interface BadgeBoard extends Omit<BadgeStanding, "leaders"> {
  readonly leaders: readonly (BadgeLeader & { readonly rawName: string })[];
}

/**
 * Every scale of badges over the careers of all humans. Two statements.
 *
 * @throws {DatabaseError}
 */
export async function badgeBoards(db: Reader): Promise<BadgeBoard[]> {
  const window = await newestWindow(db, "all");
  const players = await sumsOfPlayers(db, { window, sums: BADGE_SUMS });
  const raw = new Map(players.map(({ guid, rawName }) => [guid, rawName]));
  return badgeStandings(players).map((scale) => ({
    ...scale,
    leaders: scale.leaders.map((leader) => ({
      ...leader,
      rawName: raw.get(leader.guid) ?? leader.name,
    })),
  }));
}
