import type { MatchDetail, MatchPlayer } from "../api/match.ts";
import type { SessionPlayer } from "../api/report.ts";
import { isAimed } from "./aimed.ts";
import type { PlayerLine } from "./line.ts";

/** A session's player as a line of a table. */
export const sessionLine = (p: SessionPlayer): PlayerLine => ({
  guid: p.guid,
  bot: false,
  name: p.name,
  rawName: p.rawName,
  team: p.team,
  rounds: p.rounds,
  score: p.score,
  kills: p.kills,
  deaths: p.deaths,
  damageGiven: p.damageGiven,
  damageReceived: p.damageReceived,
  secondsPlayed: p.timePlayedSeconds,
  secondsDead: p.timeDeadSeconds,
  hits: p.aimedHits,
  shots: p.aimedShots,
  headshotKills: p.headshotKills,
  usefulKills: p.usefulKills,
  secondsDenied: p.deniedPlaytimeSeconds,
  revives: p.revivesGiven,
  gibs: p.gibs,
  objectives: p.objectivesStolen + p.objectivesReturned + p.dynamitesPlanted + p.dynamitesDefused,
  selfKills: p.selfKills,
  teamDamage: p.teamDamageGiven,
  xp: p.xp,
});

type RoundPlayer = MatchDetail["rounds"][number]["players"][number];

/** Somebody of a round or of a match as a line of a table. */
export function matchLine(p: RoundPlayer | MatchPlayer): PlayerLine {
  const aimed = p.weapons.filter(({ weapon }) => isAimed(weapon));
  const seconds = p.timePlayedSeconds;
  return {
    guid: p.guid,
    bot: p.bot,
    name: p.name,
    rawName: p.rawName,
    team: p.team,
    rounds: "rounds" in p ? p.rounds : 1,
    score: null,
    kills: p.kills,
    deaths: p.deaths,
    damageGiven: p.damageGiven,
    damageReceived: p.damageReceived,
    secondsPlayed: seconds,
    secondsDead:
      p.timeDeadMinutes === null || seconds === null
        ? null
        : Math.min(p.timeDeadMinutes * 60, seconds),
    hits: aimed.reduce((sum, weapon) => sum + weapon.hits, 0),
    shots: aimed.reduce((sum, weapon) => sum + weapon.shots, 0),
    headshotKills: p.headshotKills,
    usefulKills: p.usefulKills,
    secondsDenied: p.deniedPlaytimeSeconds,
    revives: p.revivesGiven,
    gibs: p.gibs,
    objectives:
      p.objectivesStolen === null
        ? null
        : p.objectivesStolen +
          (p.objectivesReturned ?? 0) +
          (p.dynamitesPlanted ?? 0) +
          (p.dynamitesDefused ?? 0),
    selfKills: p.selfKills,
    teamDamage: p.teamDamageGiven,
    xp: p.xp,
  };
}
