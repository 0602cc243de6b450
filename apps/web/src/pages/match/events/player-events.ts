import { hitShares } from "@slomix/analytics";
import type { EventPlayer, RoundOfEvents } from "../../../api/match-events.ts";

/** What the events of some rounds say of one player. */
export interface PlayerEvents {
  readonly player: EventPlayer;
  /** Rounds that he opened: with the first kill, or as the first to die by an enemy. */
  readonly openingKills: number;
  readonly openingDeaths: number;
  /** Hits on living bodies, and shares of them by region, 0–1; null: none is known. */
  readonly hits: number | null;
  readonly shares: ReturnType<typeof hitShares>;
  /** Null: not told. */
  readonly meters: number | null;
  readonly spawns: number | null;
  /** Seconds by class; a class that was not played is not in it. */
  readonly classSeconds: Readonly<Partial<Record<PlayedClass, number>>>;
}

type PlayedClass = RoundOfEvents["classes"][number]["classes"][number]["playerClass"];

/** Everybody of these rounds, added up over them; in the order in which they come. */
export function playerEvents(rounds: readonly RoundOfEvents[]): PlayerEvents[] {
  const people = new Map<string, EventPlayer>();
  for (const { hitRegions, classes, movement, openingKill } of rounds)
    for (const player of [
      ...[...classes, ...movement, ...hitRegions].map((one) => one.player),
      ...(openingKill ? [openingKill.victim, openingKill.killer] : []),
    ])
      if (player && !people.has(player.guid)) people.set(player.guid, player);
  return [...people.values()].map((player) => sumOf(player, rounds));
}

function sumOf(player: EventPlayer, rounds: readonly RoundOfEvents[]): PlayerEvents {
  const mine = <T extends { readonly player: EventPlayer }>(lists: readonly (readonly T[])[]) =>
    lists.flat().filter((one) => one.player.guid === player.guid);
  const told = mine(rounds.map(({ hitRegions }) => hitRegions));
  const hits = { head: 0, arms: 0, body: 0, legs: 0, none: 0 };
  for (const one of told)
    for (const region of ["head", "arms", "body", "legs", "none"] as const)
      hits[region] += one.hits[region];
  const moved = mine(rounds.map(({ movement }) => movement));
  const classSeconds: Partial<Record<PlayedClass, number>> = {};
  for (const { playerClass, seconds } of mine(rounds.map(({ classes }) => classes)).flatMap(
    ({ classes }) => classes,
  ))
    classSeconds[playerClass] = (classSeconds[playerClass] ?? 0) + seconds;
  return {
    player,
    openingKills: rounds.filter((r) => r.openingKill?.killer?.guid === player.guid).length,
    openingDeaths: rounds.filter((r) => r.openingKill?.victim.guid === player.guid).length,
    hits: told.length === 0 ? null : hits.head + hits.arms + hits.body + hits.legs,
    shares: hitShares(hits),
    meters: sumKnown(moved.map(({ distanceMeters }) => distanceMeters)),
    spawns: sumKnown(moved.map(({ spawns }) => spawns)),
    classSeconds,
  };
}

/** The sum of what is known; null when nothing is. */
function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
