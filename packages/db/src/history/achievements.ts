import {
  type BadgeProgress,
  badgeProgress,
  badgeText,
  emptySums,
  type MilestoneProgress,
  milestonesOf,
} from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { loadPlayerSums } from "./player-sums.ts";

/** What a player has earned over his career, and how far the next level is. */
export interface Achievements {
  readonly guid: string;
  readonly rounds: number;
  /** The badges beside his name, as emojis. */
  readonly badges: string;
  readonly badgeProgress: readonly BadgeProgress[];
  readonly milestones: readonly MilestoneProgress[];
}

/**
 * Badges and milestones of a player, by GUID; somebody unknown has none. One statement.
 *
 * @throws {DatabaseError}
 */
export async function achievements(db: Reader, guid: string): Promise<Achievements> {
  const all = await loadPlayerSums(db, { players: [guid] }, { weapons: false });
  const sums = all.get(guid) ?? emptySums();
  return {
    guid,
    rounds: sums.rounds,
    badges: badgeText(sums),
    badgeProgress: badgeProgress(sums),
    milestones: milestonesOf(guid, sums),
  };
}
