import { BOARD_KEYS, SUM_KEYS, WEAPON_CLASSES } from "@slomix/analytics";
import * as v from "valibot";
import { amount, count, day, guid, instant, side, text } from "./values.ts";

const sumKey = v.pipe(
  v.picklist(SUM_KEYS),
  v.description("What is counted, as `rounds` or `accuracyShots`."),
);

const bounds = v.array(
  v.pipe(
    v.object({
      sum: sumKey,
      label: v.pipe(text, v.description("The same in words, plural.")),
      least: amount,
    }),
    v.metadata({ ref: "LeaderboardMinimum" }),
  ),
);

const definition = {
  metric: v.picklist(BOARD_KEYS),
  label: text,
  title: v.pipe(text, v.description("The number in full, as a heading has it.")),
  description: v.pipe(text, v.description("What the number means, in one sentence.")),
  formula: v.pipe(text, v.description("How it is made of sums, in words.")),
  unit: v.pipe(text, v.description("`count`, `ratio`, `percent`, `HP/min`, …")),
  decimals: v.pipe(count, v.description("Decimals to show.")),
  best: v.picklist(["highest", "lowest"]),
  minimum: v.pipe(bounds, v.description("Who has less is not ranked.")),
  byWeaponClass: v.pipe(
    v.boolean(),
    v.description("Whether it can be asked for one class of weapons."),
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
    window: v.pipe(text, v.description("The period in words.")),
    from: v.pipe(v.nullable(day), v.description("First day looked at; null: no bound.")),
    to: v.pipe(v.nullable(day), v.description("Last day looked at; null: no bound.")),
    asOf: v.pipe(
      v.nullable(instant),
      v.description("What days count back from; null without rounds."),
    ),
    weaponClass: v.nullable(v.picklist(WEAPON_CLASSES.map(({ key }) => key))),
    side: v.nullable(side),
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
            lacks: v.array(v.object({ sum: sumKey, label: text, missing: count })),
          }),
          v.metadata({ ref: "UnrankedRow" }),
        ),
      ),
      v.description("Who is nearest to the minimum without reaching it, at most ten."),
    ),
  }),
  v.metadata({ ref: "Leaderboard" }),
);
