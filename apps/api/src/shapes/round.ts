import * as v from "valibot";
import {
  amount,
  count,
  guid,
  instant,
  letter,
  measuredTime,
  percent,
  roundNumber,
  shownTime,
  side,
  text,
} from "./values.ts";

/** One weapon of one player. */
const WeaponShape = v.pipe(
  v.object({
    weapon: text,
    hits: count,
    shots: count,
    kills: count,
    deaths: count,
    headshots: count,
  }),
  v.metadata({ ref: "Weapon" }),
);

/** Numbers that a line without its tab part does not have. */
const maybe = v.nullable(count);

/** Numbers of a player that a round and a match have alike. */
export const playerEntries = {
  guid,
  name: text,
  rawName: v.pipe(text, v.description("With colour codes.")),
  bot: v.boolean(),
  team: v.pipe(v.nullable(letter), v.description("Null where it cannot be told.")),
  kills: count,
  deaths: v.pipe(count, v.description("By enemies.")),
  damageGiven: maybe,
  damageReceived: maybe,
  teamDamageGiven: maybe,
  teamDamageReceived: maybe,
  headshots: v.pipe(count, v.description("Hits on the head, all weapons.")),
  shots: count,
  hits: count,
  gibs: maybe,
  selfKills: maybe,
  teamKills: maybe,
  teamGibs: maybe,
  revivesGiven: maybe,
  timesRevived: maybe,
  xp: v.nullable(v.number()),
  timePlayedSeconds: v.nullable(amount),
  timeDeadMinutes: v.nullable(amount),
  timeDeadRatio: v.nullable(percent),
  timePlayedPercent: v.nullable(percent),
  killAssists: maybe,
  killSteals: maybe,
  headshotKills: maybe,
  objectivesStolen: maybe,
  objectivesReturned: maybe,
  dynamitesPlanted: maybe,
  dynamitesDefused: maybe,
  bulletsFired: maybe,
  tankMeatshield: v.nullable(amount),
  usefulKills: maybe,
  uselessKills: maybe,
  deniedPlaytimeSeconds: maybe,
  doubleKills: maybe,
  tripleKills: maybe,
  quadKills: maybe,
  multiKills: maybe,
  megaKills: maybe,
  killingSpreeBest: maybe,
  deathSpreeWorst: maybe,
  fullSelfKills: maybe,
  constructions: maybe,
  kdRatio: amount,
  dpm: amount,
  efficiency: percent,
  accuracy: v.pipe(
    percent,
    v.description("With all weapons, as rounds store it; pages show accuracy weapons only."),
  ),
  weapons: v.array(WeaponShape),
  flags: v.array(text),
};

/** A player's numbers in one round. */
const PlayerShape = v.pipe(
  v.object({ ...playerEntries, side: v.nullable(side), roundsHint: count }),
  v.metadata({ ref: "RoundPlayer" }),
);

const summary = {
  id: count,
  key: v.pipe(text, v.description("Its stats file, or the webhook that stands in for it.")),
  matchId: text,
  map: text,
  round: roundNumber,
  file: v.pipe(v.nullable(text), v.description("Null where no stats file came.")),
  start: v.nullable(instant),
  end: instant,
  clockSeconds: shownTime,
  durationSeconds: measuredTime,
  durationSource: v.picklist([
    "header",
    "next_limit",
    "limit",
    "players",
    "webhook",
    "report",
    "unknown",
  ]),
  timeLimitSeconds: v.nullable(amount),
  outcome: v.picklist(["completed", "fullhold", "surrender", "aborted", "unknown"]),
  gaveUp: v.pipe(v.boolean(), v.description("It is proven that a side gave the round up.")),
  attackers: v.nullable(letter),
  defenderSide: v.nullable(side),
  winnerSide: v.nullable(side),
  valid: v.pipe(v.boolean(), v.description("Counts for players and score.")),
  status: v.picklist(["completed", "cancelled", "substitution", "orphan_r2", "aborted", "active"]),
  fixture: v.pipe(
    v.nullable(text),
    v.description("The league's id of the fixture that it was played for; null: no report tells."),
  ),
  flags: v.array(text),
};

/** A round without its players. */
export const RoundSummaryShape = v.pipe(v.object(summary), v.metadata({ ref: "RoundSummary" }));

/** Everything of a round but what the endstats file adds. */
export const roundEntries = { ...summary, players: v.array(PlayerShape) };

/** A round with everybody's numbers. */
export const RoundShape = v.pipe(v.object(roundEntries), v.metadata({ ref: "Round" }));
