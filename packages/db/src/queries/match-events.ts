import {
  type AliveStep,
  aliveSteps,
  type HitShares,
  hitShares,
  openingKill,
} from "@slomix/analytics";
import { LEGACY_MEANS } from "@slomix/demo";
import type {
  HitRegion,
  ObjectiveAction,
  PlayerClass,
  RoundNumber,
  Side,
  Stance,
} from "@slomix/stats-parser";
import type { Reader } from "../database.ts";
import { grouped } from "../grouped.ts";
import { type EventRows, eventRowsOf } from "./event-rows.ts";
import { joinName, nameColumns } from "./player-name.ts";
import { publicGuid } from "./public-guid.ts";

/** Somebody of a round, as its events name him. */
export interface EventPlayer {
  readonly guid: string;
  readonly name: string;
  /** With colour codes. */
  readonly rawName: string;
  /** Side in this round; null: he has no numbers in it, or stood on none. */
  readonly side: Side | null;
}

/** One death. */
export interface EventKill {
  /** Milliseconds since the round began. */
  readonly atMs: number;
  readonly kind: "kill" | "team_kill" | "self_kill";
  /** Null: the world, or nobody who is known. */
  readonly killer: EventPlayer | null;
  readonly victim: EventPlayer;
  /** Number of the means of death in ET: Legacy, and what it is in words. */
  readonly meansOfDeath: number | null;
  readonly weapon: string | null;
  readonly killerClass: PlayerClass | null;
  readonly victimClass: PlayerClass | null;
  /** HP that the killer had left. */
  readonly killerHealth: number | null;
  /** Between the two, game units. */
  readonly distance: number | null;
  /** Men alive behind it. */
  readonly axisAlive: number | null;
  readonly alliesAlive: number | null;
  /** Seconds until the side spawns next. */
  readonly killerReinforcementSeconds: number | null;
  readonly victimReinforcementSeconds: number | null;
}

/** Something done to an objective. */
export interface EventObjective {
  readonly atMs: number;
  readonly action: ObjectiveAction;
  /** The map script's word for it; may be empty. */
  readonly objective: string;
  readonly player: EventPlayer | null;
  /** Who carried it, where a carrier was killed. */
  readonly victim: EventPlayer | null;
  readonly weapon: string | null;
}

/** A teammate brought back. */
export interface EventRevive {
  readonly atMs: number;
  readonly medic: EventPlayer;
  readonly revived: EventPlayer;
}

/** Where a player's hits went. */
export interface EventHits {
  readonly player: EventPlayer;
  /** Hits by region; `none`: dead bodies, splash and first hits. */
  readonly hits: Readonly<Record<HitRegion, number>>;
  /** Shares of the hits that have a region, 0–1. */
  readonly shares: HitShares;
  /** HP, all regions. */
  readonly damage: number;
}

/** The classes that a player played, longest first. */
export interface EventClasses {
  readonly player: EventPlayer;
  readonly classes: readonly {
    readonly playerClass: PlayerClass;
    readonly side: Side | null;
    readonly seconds: number;
    readonly spawns: number;
  }[];
}

/** How a player moved. Null: not told. */
export interface EventMovement {
  readonly player: EventPlayer;
  readonly distanceMeters: number | null;
  /** Within 3 s of his spawns. */
  readonly spawnDistanceMeters: number | null;
  readonly spawns: number | null;
  /** Game units a second. */
  readonly averageSpeed: number | null;
  readonly peakSpeed: number | null;
  readonly stanceSeconds: Readonly<Record<Stance, number | null>>;
  readonly shovesGiven: number | null;
  readonly shovesReceived: number | null;
}

/** What happened in one round of a match. */
export interface RoundOfEvents {
  readonly round: RoundNumber;
  /** From start to end on the server's clock, pauses in it: what the events' times count in. */
  readonly lengthMs: number;
  /** In order of time, as the next two. */
  readonly kills: readonly EventKill[];
  readonly objectives: readonly EventObjective[];
  readonly revives: readonly EventRevive[];
  /** The first kill of an enemy. */
  readonly openingKill: EventKill | null;
  /** Men alive on both sides from each moment on; empty where no death is told. */
  readonly alive: readonly AliveStep[];
  readonly hitRegions: readonly EventHits[];
  readonly classes: readonly EventClasses[];
  readonly movement: readonly EventMovement[];
}

/** What happened within the rounds of a match. */
export interface MatchEvents {
  readonly matchId: string;
  /** By number, with empty lists where nothing is told. */
  readonly rounds: readonly RoundOfEvents[];
}

interface RoundRow {
  readonly id: number;
  readonly round: RoundNumber;
  readonly lengthMs: number | null;
}

interface PersonRow {
  readonly roundId: number;
  readonly guid: string;
  readonly name: string;
  readonly rawName: string;
  readonly side: Side | null;
}

/**
 * What happened within the rounds of a match. Null: there is no such match. Nine statements, however
 * much happened.
 *
 * @throws {DatabaseError}
 */
export async function matchEvents(db: Reader, matchId: string): Promise<MatchEvents | null> {
  const rounds = await db.query<RoundRow>(
    `select id, round_number as round,
       (extract(epoch from round_ended_at - round_started_at) * 1000)::float8 as "lengthMs"
     from rounds where match_id = $1 order by round_number`,
    [matchId],
  );
  if (rounds.length === 0) return null;
  const ids = rounds.map(({ id }) => id);
  const rows = await eventRowsOf(db, ids);
  const people = await peopleOf(db, ids, rows);
  return { matchId, rounds: rounds.map((round) => roundOf(round, rows, people(round.id))) };
}

/** Who is who in a round. */
interface People {
  readonly person: (guid: string) => EventPlayer;
  /** Men on a side, humans and bots. */
  readonly men: (side: Side) => number;
}

/** Who is named in the events: the round's players under the names of that round, others under their newest. */
async function peopleOf(
  db: Reader,
  ids: readonly number[],
  rows: EventRows,
): Promise<(roundId: number) => People> {
  const players = await db.query<PersonRow>(
    `select round_id as "roundId", player_guid as guid, clean_name as name,
       player_name as "rawName", nullif(team, 0) as side
     from player_comprehensive_stats where round_id = any($1)`,
    [ids],
  );
  const known = new Set(players.map(({ guid }) => guid));
  const strangers = [...new Set(guidsIn(rows))].filter((guid) => !known.has(guid));
  const named = await db.query<Omit<PersonRow, "roundId" | "side">>(
    `select p.guid, ${nameColumns("p.guid")} from unnest($1::text[]) p (guid) ${joinName("p.guid")}`,
    [strangers],
  );
  const elsewhere = new Map(
    [...players, ...named].map(({ guid, name, rawName }) => [guid, { name, rawName }]),
  );
  const here = new Map(players.map((player) => [`${player.roundId} ${player.guid}`, player]));
  return (roundId) => {
    const met = new Map<string, EventPlayer>();
    const men = (side: Side) =>
      players.filter((player) => player.roundId === roundId && player.side === side).length;
    const person = (guid: string) => {
      const before = met.get(guid);
      if (before) return before;
      const own = here.get(`${roundId} ${guid}`);
      const { name, rawName } = own ?? elsewhere.get(guid) ?? { name: guid, rawName: guid };
      const player = { guid: publicGuid(guid), name, rawName, side: own?.side ?? null };
      met.set(guid, player);
      return player;
    };
    return { person, men };
  };
}

function guidsIn({ kills, objectives, revives, hitRegions, classes, movement }: EventRows) {
  return [
    ...kills.flatMap(({ killer, victim }) => [killer, victim]),
    ...objectives.flatMap(({ player, victim }) => [player, victim]),
    ...revives.flatMap(({ medic, revived }) => [medic, revived]),
    ...[...hitRegions, ...classes, ...movement].map(({ player }) => player),
  ].filter((guid) => guid !== null);
}

function roundOf(
  { id, round, lengthMs }: RoundRow,
  rows: EventRows,
  { person, men }: People,
): RoundOfEvents {
  const personOrNull = (guid: string | null) => (guid === null ? null : person(guid));
  const here = <Row extends { readonly roundId: number }>(list: readonly Row[]) =>
    list.filter(({ roundId }) => roundId === id);
  const kills = here(rows.kills).map(
    ({ roundId: _, source: __, killer, victim, means, ...kill }): EventKill => ({
      ...kill,
      killer: personOrNull(killer),
      victim: person(victim),
      meansOfDeath: means,
      weapon: weaponOf(means),
    }),
  );
  const objectives = here(rows.objectives).map(
    ({ atMs, action, objective, player, victim, means }): EventObjective => ({
      atMs,
      action,
      objective,
      player: personOrNull(player),
      victim: personOrNull(victim),
      weapon: weaponOf(means),
    }),
  );
  // Both are in order of time.
  const last = Math.max(kills.at(-1)?.atMs ?? 0, objectives.at(-1)?.atMs ?? 0);
  return {
    round,
    lengthMs: Math.max(lengthMs ?? 0, last),
    kills,
    objectives,
    revives: here(rows.revives).map(({ atMs, medic, revived }) => ({
      atMs,
      medic: person(medic),
      revived: person(revived),
    })),
    openingKill: openingKill(kills),
    alive: kills.length === 0 ? [] : aliveSteps(kills, { axis: men(1), allies: men(2) }),
    hitRegions: hitsOf(here(rows.hitRegions), person),
    classes: [...grouped(here(rows.classes), ({ player }) => player)].map(([guid, played]) => ({
      player: person(guid),
      classes: played.map(({ playerClass, side, playedMs, spawns }) => ({
        playerClass,
        side: side === 0 ? null : side,
        seconds: playedMs / 1000,
        spawns,
      })),
    })),
    movement: here(rows.movement).map(({ roundId: _, source: __, player, ...moved }) => ({
      player: person(player),
      ...moved,
    })),
  };
}

function hitsOf(rows: EventRows["hitRegions"], person: (guid: string) => EventPlayer): EventHits[] {
  return [...grouped(rows, ({ player }) => player)].map(([guid, regions]) => {
    const hits = { head: 0, arms: 0, body: 0, legs: 0, none: 0 };
    for (const { region, hits: count } of regions) hits[region] += count;
    return {
      player: person(guid),
      hits,
      shares: hitShares(hits),
      damage: regions.reduce((sum, { damage }) => sum + damage, 0),
    };
  });
}

/** A means of death in words; null for a number that the game does not have. */
function weaponOf(means: number | null): string | null {
  return means === null ? null : (LEGACY_MEANS[means]?.meaning ?? null);
}
