import type { LineUp } from "./line-ups.ts";
import { mapKey } from "./map-key.ts";
import type { PairedRound } from "./paired-round.ts";
import type { StopwatchSettings } from "./settings.ts";

/** Whether a round counts, and why not. */
export interface RoundValidity {
  /** No human on one of the two sides, or more bots than humans. */
  readonly botRound: boolean;
  /** Its map counts for nothing. */
  readonly filler: boolean;
  /** None of: filler map, bot round, orphan Round 2, aborted, a Round 1 that may hold an earlier try. */
  readonly valid: boolean;
  /** Begins or extends a gaming session: people played a round to its end, whatever its file is worth. */
  readonly formsSession: boolean;
  /** `bot_round`, `filler_map`. */
  readonly flags: readonly string[];
}

/**
 * Judges one round. A bot that fills a seat among humans spoils nothing; a round without a human
 * opponent, or with more bots than humans, counts for nobody. An orphan Round 2 has cumulative
 * numbers, so may have a Round 1 that was begun again, and an aborted round has no end: none of them
 * counts, but people did play all but the last.
 */
export function roundValidity(
  round: PairedRound,
  lineUp: LineUp,
  settings: Pick<StopwatchSettings, "excludedMaps">,
): RoundValidity {
  const { axis, allies, humans, bots } = lineUp;
  // Without bots, humans of unknown side (spectators at the end) were somebody's opponents.
  const opponents = bots === 0 && humans.length > axis.length + allies.length;
  const oneSided = (axis.length === 0 || allies.length === 0) && !opponents;
  const botRound = oneSided || bots > humans.length;
  const map = mapKey(round.map);
  const filler = settings.excludedMaps.some((excluded) => mapKey(excluded) === map);
  const formsSession = !botRound && !filler && round.state !== "aborted";
  return {
    botRound,
    filler,
    valid:
      formsSession && round.state !== "orphan" && !round.stats.flags.includes("carried_unproven"),
    formsSession,
    flags: [...(botRound ? ["bot_round"] : []), ...(filler ? ["filler_map"] : [])],
  };
}
