import type { PlayerTotals } from "./player-totals.ts";

/** Who played less than this part of the rounds has no score: a few good rounds are luck. */
const LEAST_PART = 0.4;

/** What counts, and how much: each a rate, so that who played longer is not ahead for it. */
const WEIGHTS: readonly (readonly [weight: number, rate: (p: PlayerTotals) => number])[] = [
  [0.3, (p) => p.dpm],
  [0.2, (p) => p.kdRatio],
  [0.15, (p) => p.usefulKills / p.rounds],
  [0.15, (p) => p.revivesGiven / p.rounds],
  [0.1, (p) => objectiveActions(p) / p.rounds],
  [0.1, (p) => perMinute(p.deniedPlaytimeSeconds, p)],
  [-0.05, (p) => (p.damageGiven > 0 ? p.teamDamageGiven / p.damageGiven : 0)],
];

/** Objectives taken and brought back, dynamites planted and defused. */
export function objectiveActions(
  p: Pick<
    PlayerTotals,
    "objectivesStolen" | "objectivesReturned" | "dynamitesPlanted" | "dynamitesDefused"
  >,
): number {
  return p.objectivesStolen + p.objectivesReturned + p.dynamitesPlanted + p.dynamitesDefused;
}

/**
 * How each player did among the players of one session: 100 is their average, and 15 points are one
 * standard deviation in everything that counts: damage a minute 30 %, kills a death 20 %, useful
 * kills and revives a round 15 % each, objectives a round and enemy time denied a minute 10 % each,
 * less 5 % for damage to team mates. In the order given; null for who played less than 40 % of the
 * rounds, who counts for the average neither.
 */
export function performanceScores(
  players: readonly PlayerTotals[],
  rounds: number,
): (number | null)[] {
  const enough = (p: PlayerTotals) => p.rounds > 0 && p.rounds >= rounds * LEAST_PART;
  const judged = players.filter(enough);
  const deviations = WEIGHTS.map(([weight, rate]) => {
    const values = judged.map(rate);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    const spread = Math.sqrt(variance);
    return (p: PlayerTotals) => (spread > 1e-9 ? (weight * (rate(p) - mean)) / spread : 0);
  });
  return players.map((p) =>
    enough(p) ? 100 + 15 * deviations.reduce((sum, deviation) => sum + deviation(p), 0) : null,
  );
}

function perMinute(value: number, p: PlayerTotals): number {
  return p.timePlayedSeconds > 0 ? (value * 60) / p.timePlayedSeconds : 0;
}
