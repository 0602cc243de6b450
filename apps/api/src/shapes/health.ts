import * as v from "valibot";
import { count, instant, text } from "./values.ts";

/** Whether everything answers, and what the database holds. */
export const HealthShape = v.pipe(
  v.object({
    status: v.literal("ok"),
    version: text,
    engine: v.picklist(["pglite", "postgres"]),
    rounds: count,
    countedRounds: count,
    sessions: count,
    players: count,
    lastRoundEnd: v.nullable(instant),
    lastFileAt: v.nullable(instant),
    files: v.pipe(
      v.object({
        imported: count,
        failed: count,
        duplicate: count,
        skippedOld: count,
        quarantined: count,
      }),
      v.description("Files by what became of them."),
    ),
  }),
  v.metadata({ ref: "Health" }),
);
