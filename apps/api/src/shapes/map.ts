import * as v from "valibot";
import { amount, count, day, instant, roundNumber, text } from "./values.ts";

/** A map that was played. */
export const PlayedMapShape = v.pipe(
  v.object({
    map: v.pipe(text, v.description("Lower case.")),
    rounds: v.pipe(count, v.description("Rounds that count.")),
    matches: count,
    sessions: count,
    lastPlayed: instant,
  }),
  v.metadata({ ref: "PlayedMap" }),
);

const attacks = v.pipe(
  v.object({
    rounds: count,
    reached: v.pipe(
      count,
      v.description("The attack reached its objective, or the defence gave up."),
    ),
    held: v.pipe(count, v.description("The defence stood until the time was up.")),
    surrendered: v.pipe(count, v.description("The defence won before the time was up.")),
  }),
  v.metadata({ ref: "MapAttacks" }),
);

/** A map: how much it was played, and how its attacks went. */
export const MapDetailShape = v.pipe(
  v.object({
    map: v.pipe(text, v.description("Lower case.")),
    rounds: v.pipe(count, v.description("Rounds that count.")),
    matches: count,
    sessions: count,
    firstPlayed: instant,
    lastPlayed: instant,
    first: attacks,
    second: attacks,
    doubleHolds: v.pipe(count, v.description("Matches in which neither attack came through.")),
    usualSeconds: v.pipe(
      v.nullable(amount),
      v.description("Median of the times set in Round 1; null: none was set."),
    ),
    fastest: v.pipe(
      v.array(
        v.pipe(
          v.object({ matchId: text, round: roundNumber, date: day, seconds: count }),
          v.metadata({ ref: "FastAttack" }),
        ),
      ),
      v.description("The fastest attacks of either round, at most ten."),
    ),
  }),
  v.metadata({ ref: "MapDetail" }),
);
