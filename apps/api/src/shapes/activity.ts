import * as v from "valibot";
import { count, day } from "./values.ts";

/** Rounds by evening. */
export const ActivityShape = v.pipe(
  v.object({
    from: day,
    to: v.pipe(day, v.description("The newest day with a round.")),
    days: v.array(
      v.pipe(
        v.object({
          date: v.pipe(day, v.description("Server's local date on which the session began.")),
          rounds: count,
          sessionId: v.pipe(count, v.description("The first session of the day.")),
        }),
        v.metadata({ ref: "ActiveDay" }),
      ),
    ),
  }),
  v.metadata({ ref: "Activity" }),
);
