import * as v from "valibot";
import { playerTotals } from "./player-totals.ts";
import { amount, count, day, guid, instant, percent, roundNumber, side, text } from "./values.ts";

/** Somebody who fits a search. */
export const FoundPlayerShape = v.pipe(
  v.object({
    guid,
    name: text,
    rawName: v.pipe(text, v.description("With colour codes.")),
    match: v.picklist(["guid", "alias", "prefix", "substring"]),
    alias: v.pipe(v.nullable(text), v.description("The name that fits; null when the GUID does.")),
    lastSeen: instant,
  }),
  v.metadata({ ref: "FoundPlayer" }),
);

const totals = v.pipe(v.object(playerTotals), v.metadata({ ref: "PlayerTotals" }));

const half = v.pipe(v.object({ rounds: count, dpm: amount }), v.metadata({ ref: "FormHalf" }));

const results = v.pipe(
  v.object({ won: count, lost: count, drawn: count }),
  v.metadata({ ref: "PlayerResults" }),
);

/** A human's career over the rounds that count. */
export const PlayerProfileShape = v.pipe(
  v.object({
    guid,
    name: text,
    rawName: v.pipe(text, v.description("With colour codes.")),
    firstSeen: v.nullable(instant),
    lastSeen: v.nullable(instant),
    sessions: count,
    totals,
    results,
    recent: v.pipe(
      v.nullable(
        v.pipe(v.object({ from: day, to: day, totals }), v.metadata({ ref: "PlayerStretch" })),
      ),
      v.description("The 90 days up to the newest round of all; null when nothing was played."),
    ),
    aliases: v.array(
      v.pipe(
        v.object({ alias: text, firstSeen: instant, lastSeen: instant, rounds: count }),
        v.metadata({ ref: "Alias" }),
      ),
    ),
    maps: v.array(
      v.pipe(
        v.object({
          ...playerTotals,
          map: text,
          results,
          attackDpm: v.nullable(amount),
          defenceDpm: v.nullable(amount),
        }),
        v.metadata({ ref: "PlayerMap" }),
      ),
    ),
    weapons: v.array(
      v.pipe(
        v.object({
          weapon: text,
          rounds: count,
          hits: count,
          shots: count,
          kills: count,
          deaths: count,
          headshots: count,
          accuracy: percent,
          headshotPercent: percent,
          accuracyWeapon: v.pipe(
            v.boolean(),
            v.description("Its accuracy counts for the player's."),
          ),
        }),
        v.metadata({ ref: "PlayerWeapon" }),
      ),
    ),
    recentRounds: v.array(
      v.pipe(
        v.object({
          roundId: count,
          matchId: text,
          sessionId: v.nullable(count),
          map: text,
          round: roundNumber,
          end: instant,
          side: v.nullable(side),
          won: v.pipe(
            v.nullable(v.boolean()),
            v.description("His side won the round; null for a draw and where it is unknown."),
          ),
          kills: count,
          deaths: count,
          damageGiven: v.nullable(count),
          timePlayedSeconds: v.nullable(amount),
          kdRatio: amount,
          dpm: amount,
          accuracy: percent,
          flags: v.array(text),
        }),
        v.metadata({ ref: "RecentRound" }),
      ),
    ),
    form: v.pipe(
      v.nullable(
        v.pipe(
          v.object({
            trend: v.picklist(["rising", "falling", "steady"]),
            before: half,
            after: half,
          }),
          v.metadata({ ref: "RecentForm" }),
        ),
      ),
      v.description("The newer half of these rounds against the older; null: too few of them."),
    ),
  }),
  v.metadata({ ref: "PlayerProfile" }),
);

/** A player among everybody comparable. */
export const PlayerStandingShape = v.pipe(
  v.object({
    from: day,
    to: day,
    minimumRounds: v.pipe(count, v.description("Who is compared has played so many rounds.")),
    players: v.pipe(count, v.description("So many have.")),
    rounds: v.pipe(count, v.description("The player's own rounds.")),
    measures: v.pipe(
      v.array(
        v.pipe(
          v.object({
            measure: v.picklist([
              "dpm",
              "kd",
              "accuracy",
              "headshotKills",
              "usefulKills",
              "deniedTime",
              "revives",
              "timeAlive",
            ]),
            label: text,
            unit: v.picklist(["ratio", "HP/min", "percent", "s/min", "a round"]),
            decimals: count,
            value: amount,
            values: v.pipe(v.array(amount), v.description("Everybody's, lowest first.")),
            median: amount,
            quarter: amount,
            threeQuarters: amount,
            rank: count,
            behind: v.pipe(percent, v.description("Percent of the others who are behind.")),
          }),
          v.metadata({ ref: "StandingMeasure" }),
        ),
      ),
      v.description("Empty for who has not played enough."),
    ),
    rivals: v.array(
      v.pipe(
        v.object({
          guid,
          name: text,
          rawName: text,
          kills: count,
          deaths: count,
          rounds: v.pipe(count, v.description("Rounds in which they met.")),
        }),
        v.metadata({ ref: "PlayerRival" }),
      ),
    ),
  }),
  v.metadata({ ref: "PlayerStanding" }),
);
