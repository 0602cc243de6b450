import {
  type BadgeProgress,
  badgeProgress,
  badgeText,
  emptySums,
  type MilestoneProgress,
  milestonesOf,
} from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { roundsWindow } from "../queries/rounds-window.ts";
import { sumsOfPlayers } from "../queries/sums-of-players.ts";

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
 * Badges and milestones of a player, by GUID; somebody unknown has none. Two statements.
 *
 * @throws {DatabaseError}
 */
export async function achievements(db: Reader, guid: string): Promise<Achievements> {
  const window = await roundsWindow(db, {});
  const [entry] = window.ok ? await sumsOfPlayers(db, { window: window.value, guids: [guid] }) : [];
  const sums = entry?.sums ?? emptySums();
  return {
    guid,
    rounds: sums.rounds,
    badges: badgeText(sums),
    badgeProgress: badgeProgress(sums),
    milestones: milestonesOf(guid, sums),
  };
}
