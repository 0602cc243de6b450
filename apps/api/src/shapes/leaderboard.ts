import * as v from "valibot";
import { amount, count, guid, text } from "./values.ts";

const definition = {
  metric: v.picklist(["kd", "dpm", "kills", "accuracy", "damage"]),
  label: text,
  description: text,
  unit: v.picklist(["ratio", "HP/min", "count", "percent", "HP"]),
  decimals: v.pipe(count, v.description("Decimals to show.")),
  best: v.picklist(["highest", "lowest"]),
  minimum: v.pipe(
    v.object({ rounds: count, shots: v.optional(count), damage: v.optional(count) }),
    v.description("Who has less is not ranked."),
  ),
};

/** A leaderboard, described. */
export const LeaderboardDefinitionShape = v.pipe(
  v.object(definition),
  v.metadata({ ref: "LeaderboardDefinition" }),
);

/** A page of a leaderboard. */
export const LeaderboardShape = v.pipe(
  v.object({
    ...definition,
    total: v.pipe(count, v.description("Players who reach the minimum.")),
    rows: v.array(
      v.pipe(
        v.object({
          rank: count,
          guid,
          name: text,
          value: amount,
          rounds: count,
          kills: count,
          deaths: count,
          kdRatio: amount,
        }),
        v.metadata({ ref: "LeaderboardRow" }),
      ),
    ),
  }),
  v.metadata({ ref: "Leaderboard" }),
);
