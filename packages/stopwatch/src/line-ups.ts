import { isBot, type Side } from "@slomix/stats-parser";
import type { PairedRound } from "./paired-round.ts";
import { otherSide } from "./round-facts.ts";

/** The humans of a round by side, and how many bots there were. Ids sorted. */
export interface LineUp {
  readonly axis: readonly string[];
  readonly allies: readonly string[];
  /** Everybody of the round, spectators at the end included. */
  readonly humans: readonly string[];
  readonly bots: number;
  /** Clean names by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Turns the 32 characters of a webhook's list into the id that a player has in the stats rows. */
export type RosterId = (guid: string) => string;

/**
 * How list GUIDs become ids: the first eight characters, as in a stats file, unless two humans of these
 * rounds share them; then all 32.
 */
export function rosterIds(rounds: readonly PairedRound[]): RosterId {
  const whole = new Map<string, string>();
  const shared = new Set<string>();
  for (const { stats, telemetry } of rounds) {
    for (const player of stats.players) {
      if (!player.bot && player.guid.length > 8) shared.add(player.guid.slice(0, 8));
    }
    for (const { guid, name } of [...(telemetry?.axis ?? []), ...(telemetry?.allies ?? [])]) {
      if (guid === "" || isBot(guid, name)) continue;
      const short = guid.slice(0, 8);
      if ((whole.get(short) ?? guid) !== guid) shared.add(short);
      whole.set(short, guid);
    }
  }
  return (guid) => (shared.has(guid.slice(0, 8)) ? guid : guid.slice(0, 8));
}

/**
 * Who played on which side: players of the stats file and, beside them, everybody in the webhook's
 * lists. Who left before the end is only in the file, who never fired a shot only in the lists. A
 * spectator at the end of Round 2 takes the other side of his Round 1; in Round 1 he is left out.
 *
 * @param round1 The Round 1 of a Round 2, if there is one.
 */
export function lineUp(
  round: PairedRound,
  id: RosterId,
  round1: PairedRound | null = null,
): LineUp {
  const sides = new Map<string, Side>();
  const names = new Map<string, string>();
  const humans = new Set<string>();
  const listedBots = new Map<string, number>();
  for (const side of [1, 2] as const) {
    for (const { guid, name } of listed(round, side)) {
      if (isBot(guid, name)) {
        listedBots.set(name, (listedBots.get(name) ?? 0) + 1);
        continue;
      }
      // Nobody can be told from others without a GUID.
      if (guid === "") continue;
      sides.set(id(guid), side);
      names.set(id(guid), name);
      humans.add(id(guid));
    }
  }
  const fileBots = new Map<string, number>();
  for (const player of round.stats.players) {
    if (player.bot) {
      fileBots.set(player.name, (fileBots.get(player.name) ?? 0) + 1);
      continue;
    }
    const side = player.side ?? sides.get(player.guid) ?? swapped(player.guid, round, round1);
    if (side !== null) sides.set(player.guid, side);
    names.set(player.guid, player.name);
    humans.add(player.guid);
  }
  return {
    axis: standing(sides, 1),
    allies: standing(sides, 2),
    humans: [...humans].sort(),
    bots: countBots(fileBots, listedBots),
    names,
  };
}

function listed(round: PairedRound, side: Side) {
  return (side === 1 ? round.telemetry?.axis : round.telemetry?.allies) ?? [];
}

function swapped(guid: string, round: PairedRound, round1: PairedRound | null): Side | null {
  if (round.number !== 2 || round1 === null) return null;
  const side = round1.stats.players.find((player) => player.guid === guid)?.side ?? null;
  return side && otherSide(side);
}

function standing(sides: ReadonlyMap<string, Side>, side: Side): string[] {
  return [...sides].flatMap(([player, stood]) => (stood === side ? [player] : [])).sort();
}

/** Bots share their eight characters, so only names tell them apart; one name may occur twice. */
function countBots(file: ReadonlyMap<string, number>, list: ReadonlyMap<string, number>): number {
  let bots = 0;
  for (const name of new Set([...file.keys(), ...list.keys()])) {
    bots += Math.max(file.get(name) ?? 0, list.get(name) ?? 0);
  }
  return bots;
}
