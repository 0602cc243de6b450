import * as v from "valibot";
import { playerTotals } from "./player-totals.ts";
import { amount, count, guid, instant, percent, roundNumber, side, text } from "./values.ts";

/** Somebody who fits a search. */
export const FoundPlayerShape = v.pipe(
  v.object({
    guid,
    name: text,
    match: v.picklist(["guid", "alias", "prefix", "substring"]),
    alias: v.pipe(v.nullable(text), v.description("The name that fits; null when the GUID does.")),
    lastSeen: instant,
  }),
  v.metadata({ ref: "FoundPlayer" }),
);

/** A human's career over the rounds that count. */
export const PlayerProfileShape = v.pipe(
  v.object({
    guid,
    name: text,
    firstSeen: v.nullable(instant),
    lastSeen: v.nullable(instant),
    sessions: count,
    totals: v.pipe(v.object(playerTotals), v.metadata({ ref: "PlayerTotals" })),
    aliases: v.array(
      v.pipe(
        v.object({ alias: text, firstSeen: instant, lastSeen: instant, rounds: count }),
        v.metadata({ ref: "Alias" }),
      ),
    ),
    maps: v.array(
      v.pipe(v.object({ ...playerTotals, map: text }), v.metadata({ ref: "PlayerMap" })),
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
  }),
  v.metadata({ ref: "PlayerProfile" }),
);
