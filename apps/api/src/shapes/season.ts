import * as v from "valibot";
import { amount, count, day, guid, text } from "./values.ts";

/** A quarter of a year and who is ahead in it. */
export const SeasonShape = v.pipe(
  v.object({
    id: v.pipe(text, v.description("`2026-Q1`")),
    name: v.pipe(text, v.description("`2026 Spring`")),
    from: day,
    to: day,
    rounds: count,
    sessions: count,
    players: count,
    minimumRounds: v.pipe(
      count,
      v.description("Who leads in a rate has played at least so many rounds."),
    ),
    leaders: v.array(
      v.pipe(
        v.object({
          metric: v.picklist(["dpm", "kd", "kills", "revives", "accuracy", "objectives"]),
          guid,
          name: text,
          rawName: v.pipe(text, v.description("With colour codes.")),
          value: amount,
        }),
        v.metadata({ ref: "SeasonLeader" }),
      ),
    ),
  }),
  v.metadata({ ref: "Season" }),
);
