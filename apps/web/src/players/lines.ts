import { isAccuracyWeapon } from "@slomix/analytics";
import type { MatchDetail, MatchPlayer } from "../api/match.ts";
import type { SessionPlayer } from "../api/report.ts";
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
  sums: p,
});

type RoundPlayer = MatchDetail["rounds"][number]["players"][number];

/** Somebody of a round or of a match as a line of a table. */
export function matchLine(p: RoundPlayer | MatchPlayer): PlayerLine {
  const counted = p.weapons.filter(({ weapon }) => isAccuracyWeapon(weapon));
  const seconds = p.timePlayedSeconds;
  const rounds = "rounds" in p ? p.rounds : 1;
  return {
    guid: p.guid,
    bot: p.bot,
    name: p.name,
    rawName: p.rawName,
    team: p.team,
    rounds,
    score: null,
    sums: {
      ...p,
      rounds,
      timeDeadSeconds:
        p.timeDeadMinutes === null || seconds === null
          ? null
          : Math.min(p.timeDeadMinutes * 60, seconds),
      timedSeconds: p.timeDeadMinutes === null ? null : seconds,
      accuracyHits: counted.reduce((sum, weapon) => sum + weapon.hits, 0),
      accuracyShots: counted.reduce((sum, weapon) => sum + weapon.shots, 0),
    },
  };
}
