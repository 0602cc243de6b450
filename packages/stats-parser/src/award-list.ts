import { awardLabel, KILLING_SPREE, OBJECTIVES_STOLEN, USELESS_KILLS } from "./award-labels.ts";
import { readAwardValue } from "./award-value.ts";
import type { Award } from "./endstats-file.ts";

/** One award as a line of the file says it. */
export interface AwardLine {
  readonly line: number;
  readonly label: string;
  readonly player: string;
  readonly value: string;
  readonly winnerGuid: string | null;
}

/** A spree is printed from three kills on. */
const SHORTEST_SPREE = 3;

/**
 * The awards of a file in order, with the writer's one misprint put right. Every known writer
 * prints the useful-kills award as a second `Longest killing spree` (with 0 and whoever sits in slot
 * 0 when nobody had a spree), and the useless-kills award behind it as `Most objectives stolen`. The
 * first is dropped (its real winner is lost), the second gets its right name.
 */
export function collectAwards(lines: Iterable<AwardLine>): Award[] {
  const awards: Award[] = [];
  let spreeSeen = false;
  let behindFalseSpree = false;
  for (const { line, label, player, value, winnerGuid } of lines) {
    const numbers = readAwardValue(value);
    if (label === KILLING_SPREE) {
      const tooShort = numbers.number !== null && numbers.number < SHORTEST_SPREE;
      if (spreeSeen || tooShort) {
        behindFalseSpree = true;
        continue;
      }
      spreeSeen = true;
    }
    const name = label === OBJECTIVES_STOLEN && behindFalseSpree ? USELESS_KILLS : label;
    behindFalseSpree = false;
    const known = awardLabel(name);
    awards.push({
      line,
      name,
      category: known?.category ?? "other",
      // Of an unknown award nobody can say what it covers.
      scope: known?.scope ?? "mixed",
      player,
      winnerGuid,
      value,
      ...numbers,
    });
  }
  return awards;
}
