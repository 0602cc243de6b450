import { metricValue } from "./metrics.ts";
import type { PlayerSums } from "./player-sums.ts";
import type { PlayerEntry } from "./players.ts";
import { mean, percentile } from "./spread.ts";

/** A way of playing. */
export type ArchetypeKey =
  | "fragger"
  | "slayer"
  | "tank"
  | "medic"
  | "sniper"
  | "rusher"
  | "objective"
  | "balanced";

/** How an archetype is shown. */
export interface Archetype {
  readonly key: ArchetypeKey;
  readonly label: string;
  readonly emoji: string;
  readonly colour: string;
  readonly meaning: string;
}

/** The eight archetypes; on equal points the earlier one. */
export const ARCHETYPES: readonly Archetype[] = [
  archetype("fragger", "Fragger", "🔥", "#FF6B35", "Much damage for every minute alive."),
  archetype("slayer", "Slayer", "💀", "#FF4757", "Many kills, and more of them than deaths."),
  archetype("tank", "Tank", "🛡️", "#3498DB", "Takes more damage than he gives and stays alive."),
  archetype("medic", "Medic", "💉", "#2ECC71", "Brings mates back."),
  archetype("sniper", "Sniper", "🎯", "#9B59B6", "A large part of the kills are headshots."),
  archetype("rusher", "Rusher", "🏃", "#F39C12", "Dies often and is back at once."),
  archetype("objective", "Objective", "🎖️", "#1ABC9C", "Plays the map: documents and dynamite."),
  archetype("balanced", "Balanced", "⚔️", "#95A5A6", "A bit of everything."),
];

/** What a session's other players and the last weeks make of a player's numbers. */
export interface ArchetypeContext {
  /** Means over the players of the session. */
  readonly meanDeaths: number;
  readonly meanRevives: number;
  /** Frag potential that is high and that is outstanding. */
  readonly fragPotential: FragPotentialLimits;
}

/** Bounds of frag potential, HP a minute alive. */
export interface FragPotentialLimits {
  readonly high: number;
  readonly top: number;
}

/** Bounds where no history is at hand. */
export const USUAL_FRAG_POTENTIAL: FragPotentialLimits = { high: 600, top: 900 };

/** A player's archetype with everything it rests on. */
export interface ArchetypeVerdict {
  readonly archetype: Archetype;
  /** 0 to 1. */
  readonly confidence: number;
  readonly points: Readonly<Record<ArchetypeKey, number>>;
  readonly fragPotential: number;
}

/** Bounds on counts are those of a session of so many rounds; they grow and shrink with it. */
const SESSION_ROUNDS = 6;

/** Bounds from the players of past sessions (90 days): the 75th and the 90th percentile. */
export function fragPotentialLimits(
  players: readonly Pick<PlayerEntry, "sums">[],
): FragPotentialLimits {
  const values = players
    .filter(({ sums }) => sums.timedSeconds > 0)
    .map(({ sums }) => metricValue("fragPotential", sums));
  if (values.length === 0) return USUAL_FRAG_POTENTIAL;
  return { high: percentile(values, 0.75), top: percentile(values, 0.9) };
}

/** What a session's players are measured by. */
export function archetypeContext(
  players: readonly Pick<PlayerEntry, "sums">[],
  fragPotential: FragPotentialLimits = USUAL_FRAG_POTENTIAL,
): ArchetypeContext {
  return {
    meanDeaths: mean(players.map(({ sums }) => sums.deaths)),
    meanRevives: mean(players.map(({ sums }) => sums.revivesGiven)),
    fragPotential,
  };
}

/** The archetype of a player's sums over one session. */
export function archetypeOf(sums: PlayerSums, context: ArchetypeContext): ArchetypeVerdict {
  const points = pointsOf(sums, context);
  const best = ARCHETYPES.reduce((a, b) => (points[b.key] > points[a.key] ? b : a));
  const all = Object.values(points).reduce((sum, value) => sum + value, 0);
  const highest = points[best.key];
  const confidence = highest / all;
  const clear = confidence >= 0.25 && highest >= 4;
  const shown = Object.fromEntries(
    Object.entries(points).map(([key, tenths]) => [key, tenths / 10]),
  ) as Record<ArchetypeKey, number>;
  return {
    archetype: clear ? best : (ARCHETYPES.at(-1) as Archetype),
    confidence: clear ? confidence : 0.5,
    points: shown,
    fragPotential: metricValue("fragPotential", sums),
  };
}

/** Points in tenths, so that sums of them are exact. */
function pointsOf(sums: PlayerSums, context: ArchetypeContext): Record<ArchetypeKey, number> {
  const { high, top } = context.fragPotential;
  const fp = metricValue("fragPotential", sums);
  const kd = sums.kills / Math.max(1, sums.deaths);
  const ratio = sums.damageGiven / Math.max(1, sums.damageReceived);
  const headshots = metricValue("headshots", sums);
  // Where it was not measured nobody is known to have stayed alive.
  const dead = sums.timedSeconds > 0 ? metricValue("timeDeadShare", sums) : 100;
  const played = sums.rounds > 0;
  const scale = Math.max(1, sums.rounds) / SESSION_ROUNDS;
  const least = (value: number, bound: number) => value >= bound * scale;
  const more = (value: number, bound: number) => value > bound * scale;
  const actions = metricValue("objectives", sums);
  const completed = sums.objectivesCompleted + sums.dynamitesPlanted;
  const destroyed = sums.objectivesDestroyed + sums.dynamitesDefused;
  return {
    fragger: tenths([4, fp >= top && kd >= 1.2], [3, fp >= high && kd >= 1.5], [2, ratio >= 1.5]),
    slayer: tenths(
      [4, least(sums.kills, 20) && kd >= 1.2],
      [3, least(sums.kills, 30)],
      [2, fp >= high],
    ),
    tank: tenths(
      [3, played && ratio <= 0.7],
      [2, sums.damageReceived > sums.damageGiven],
      [2, played && dead < 20],
      [2, kd < 1.2 && more(sums.damageReceived, 3000)],
    ),
    medic: tenths(
      [5, least(sums.revivesGiven, 10)],
      [3, played && sums.revivesGiven / sums.rounds >= 2],
      [2, sums.revivesGiven > 1.5 * context.meanRevives],
    ),
    sniper: tenths(
      [5, headshots >= 35],
      [3, headshots >= 25 && kd >= 1.2],
      [2, !least(sums.deaths, 10) && headshots >= 25],
    ),
    rusher: tenths(
      [3, sums.deaths > 1.3 * context.meanDeaths],
      [3, more(sums.deaths, 25) && fp >= high],
      [2, kd < 0.8 && more(sums.damageGiven, 2000)],
      [2, dead > 35],
    ),
    objective: tenths([5, least(actions, 3)], [3, least(completed, 2)], [2, least(destroyed, 2)]),
    balanced: 3,
  };
}

function tenths(...rules: readonly (readonly [number, boolean])[]): number {
  return rules.reduce((sum, [points, holds]) => sum + (holds ? points : 0), 0);
}

function archetype(
  key: ArchetypeKey,
  label: string,
  emoji: string,
  colour: string,
  meaning: string,
): Archetype {
  return { key, label, emoji, colour, meaning };
}
