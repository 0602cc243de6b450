import * as v from "valibot";
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

const totals = {
  rounds: count,
  kills: count,
  deaths: count,
  damageGiven: count,
  damageReceived: count,
  teamDamageGiven: count,
  teamDamageReceived: count,
  headshots: count,
  headshotKills: count,
  shots: count,
  hits: count,
  gibs: count,
  selfKills: count,
  teamKills: count,
  teamGibs: count,
  killAssists: count,
  revivesGiven: count,
  timesRevived: count,
  xp: v.number(),
  timePlayedSeconds: amount,
  timeDeadSeconds: amount,
  deniedPlaytimeSeconds: count,
  usefulKills: count,
  dynamitesPlanted: count,
  dynamitesDefused: count,
  objectivesStolen: count,
  objectivesReturned: count,
  constructions: count,
  doubleKills: count,
  tripleKills: count,
  quadKills: count,
  multiKills: count,
  megaKills: count,
  killingSpreeBest: count,
  deathSpreeWorst: count,
  kdRatio: amount,
  dpm: amount,
  efficiency: percent,
  accuracy: percent,
  headshotPercent: v.pipe(percent, v.description("Head hits in percent of hits.")),
  headshotKillPercent: v.pipe(percent, v.description("Kills by a headshot in percent of kills.")),
  timeDeadPercent: percent,
};

/** A human's career over the rounds that count. */
export const PlayerProfileShape = v.pipe(
  v.object({
    guid,
    name: text,
    firstSeen: v.nullable(instant),
    lastSeen: v.nullable(instant),
    sessions: count,
    totals: v.pipe(v.object(totals), v.metadata({ ref: "PlayerTotals" })),
    aliases: v.array(
      v.pipe(
        v.object({ alias: text, firstSeen: instant, lastSeen: instant, rounds: count }),
        v.metadata({ ref: "Alias" }),
      ),
    ),
    maps: v.array(v.pipe(v.object({ ...totals, map: text }), v.metadata({ ref: "PlayerMap" }))),
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
