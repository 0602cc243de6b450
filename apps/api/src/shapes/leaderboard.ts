import * as v from "valibot";
import { amount, count, day, guid, text } from "./values.ts";

const definition = {
  metric: v.picklist([
    "dpm",
    "kills",
    "kd",
    "accuracy",
    "headshots",
    "headshotHits",
    "rounds",
    "revives",
    "gibs",
    "objectives",
    "efficiency",
    "teamwork",
    "multikills",
    "grenades",
    "damage",
  ]),
  label: text,
  title: v.pipe(text, v.description("The number in full, as a heading has it.")),
  description: text,
  unit: v.picklist(["ratio", "HP/min", "count", "percent", "HP"]),
  decimals: v.pipe(count, v.description("Decimals to show.")),
  best: v.picklist(["highest", "lowest"]),
  minimum: v.pipe(
    v.object({
      rounds: count,
      shots: v.optional(count),
      hits: v.optional(count),
      kills: v.optional(count),
      damage: v.optional(count),
    }),
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
    from: v.pipe(v.nullable(day), v.description("First day looked at; null: no bound.")),
    to: v.pipe(v.nullable(day), v.description("Last day looked at; null: no bound.")),
    total: v.pipe(count, v.description("Players who reach the minimum.")),
    players: v.pipe(count, v.description("Players with a round that counts, ranked or not.")),
    rows: v.array(
      v.pipe(
        v.object({
          rank: count,
          guid,
          name: text,
          rawName: v.pipe(text, v.description("With colour codes.")),
          value: amount,
          rounds: count,
          kills: count,
          deaths: count,
          usefulKills: count,
          revivesGiven: count,
          timePlayedSeconds: amount,
          kdRatio: amount,
        }),
        v.metadata({ ref: "LeaderboardRow" }),
      ),
    ),
    unranked: v.pipe(
      v.array(
        v.pipe(
          v.object({
            guid,
            name: text,
            rawName: text,
            value: amount,
            rounds: count,
            lacks: v.array(
              v.object({
                of: v.picklist(["rounds", "shots", "hits", "kills", "damage"]),
                missing: count,
              }),
            ),
          }),
          v.metadata({ ref: "UnrankedRow" }),
        ),
      ),
      v.description("Who is nearest to the minimum without reaching it, at most ten."),
    ),
  }),
  v.metadata({ ref: "Leaderboard" }),
);
