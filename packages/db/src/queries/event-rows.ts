import type { HitRegion, ObjectiveAction, PlayerClass, Stance } from "@slomix/stats-parser";
import { STANCES } from "@slomix/stats-parser";
import type { Reader } from "../database.ts";

interface Told {
  readonly roundId: number;
  readonly source: "gamelog" | "report" | "movement";
}

/** A death as stored. */
export interface KillRow extends Told {
  readonly atMs: number;
  readonly kind: "kill" | "team_kill" | "self_kill";
  readonly killer: string | null;
  readonly victim: string;
  readonly means: number | null;
  readonly killerClass: PlayerClass | null;
  readonly victimClass: PlayerClass | null;
  readonly killerHealth: number | null;
  /** Game units. */
  readonly distance: number | null;
  readonly axisAlive: number | null;
  readonly alliesAlive: number | null;
  readonly killerReinforcementSeconds: number | null;
  readonly victimReinforcementSeconds: number | null;
}

/** An objective event as stored. */
export interface ObjectiveRow extends Told {
  readonly atMs: number;
  readonly action: ObjectiveAction;
  readonly objective: string;
  readonly player: string | null;
  readonly victim: string | null;
  readonly means: number | null;
}

/** A revive as stored. */
export interface ReviveRow extends Told {
  readonly atMs: number;
  readonly medic: string;
  readonly revived: string;
}

/** A player's hits on one region as stored. */
export interface HitRegionRow extends Told {
  readonly player: string;
  readonly region: HitRegion;
  readonly hits: number;
  readonly damage: number;
}

/** A player's time in one class as stored. */
export interface ClassRow extends Told {
  readonly player: string;
  readonly playerClass: PlayerClass;
  readonly side: 0 | 1 | 2;
  readonly playedMs: number;
  readonly spawns: number;
}

/** How a player moved as stored. */
export interface MovementRow extends Told {
  readonly player: string;
  readonly distanceMeters: number | null;
  readonly spawnDistanceMeters: number | null;
  readonly spawns: number | null;
  readonly averageSpeed: number | null;
  readonly peakSpeed: number | null;
  readonly stanceSeconds: Readonly<Record<Stance, number | null>>;
  readonly shovesGiven: number | null;
  readonly shovesReceived: number | null;
}

/** The events of some rounds, each list by round and in the order of its source. */
export interface EventRows {
  readonly kills: readonly KillRow[];
  readonly objectives: readonly ObjectiveRow[];
  readonly revives: readonly ReviveRow[];
  readonly hitRegions: readonly HitRegionRow[];
  readonly classes: readonly ClassRow[];
  readonly movement: readonly MovementRow[];
}

const FROM = (table: string, columns: string, order: string) =>
  `select round_id as "roundId", source, ${columns} from ${table}
   where round_id = any($1) order by round_id, ${order}`;

const IN_TIME = "source, position";
const BY_PLAYER = 'source, player_guid collate "C"';

/**
 * What is stored of the events of these rounds. Where two sources tell of one round, the league's
 * report is taken. Six statements.
 */
export async function eventRowsOf(db: Reader, roundIds: readonly number[]): Promise<EventRows> {
  const read = async <Row extends Told>(table: string, columns: string, order: string) =>
    oneSource(await db.query<Row>(FROM(table, columns, order), [roundIds]));
  return {
    kills: await read<KillRow>(
      "round_kills",
      `at_ms as "atMs", kind, killer_guid as killer, victim_guid as victim, means_of_death as means,
       killer_class as "killerClass", victim_class as "victimClass",
       killer_health as "killerHealth", distance, axis_alive as "axisAlive",
       allies_alive as "alliesAlive",
       killer_reinforcement_seconds as "killerReinforcementSeconds",
       victim_reinforcement_seconds as "victimReinforcementSeconds"`,
      IN_TIME,
    ),
    objectives: await read<ObjectiveRow>(
      "round_objective_events",
      `at_ms as "atMs", action, objective, player_guid as player, victim_guid as victim,
       means_of_death as means`,
      IN_TIME,
    ),
    revives: await read<ReviveRow>(
      "round_revives",
      `at_ms as "atMs", medic_guid as medic, revived_guid as revived`,
      IN_TIME,
    ),
    hitRegions: await read<HitRegionRow>(
      "round_hit_regions",
      "player_guid as player, region, hits, damage",
      `${BY_PLAYER}, region`,
    ),
    classes: await read<ClassRow>(
      "round_classes",
      `player_guid as player, player_class as "playerClass", side, played_ms as "playedMs", spawns`,
      `${BY_PLAYER}, played_ms desc, player_class, side`,
    ),
    movement: await read<MovementRow>(
      "round_movement",
      `player_guid as player, distance_meters as "distanceMeters",
       spawn_distance_meters as "spawnDistanceMeters", spawns, average_speed as "averageSpeed",
       peak_speed as "peakSpeed", json_build_object(${STANCES.map(
         (stance) => `'${stance}', ${stance}_seconds`,
       ).join(", ")}) as "stanceSeconds", shoves_given as "shovesGiven",
       shoves_received as "shovesReceived"`,
      BY_PLAYER,
    ),
  };
}

/** The rounds among these of which events are stored. One statement. */
export async function roundsWithEvents(
  db: Reader,
  roundIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const tables = [
    "round_kills",
    "round_objective_events",
    "round_revives",
    "round_hit_regions",
    "round_classes",
    "round_movement",
  ];
  const rows = await db.query<{ id: number }>(
    `select r.id from rounds r where r.id = any($1) and (${tables
      .map((table) => `exists (select 1 from ${table} e where e.round_id = r.id)`)
      .join(" or ")})`,
    [roundIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Of each round only what its first source tells: a movement file only where no report told. */
function oneSource<Row extends Told>(rows: readonly Row[]): Row[] {
  const reported = new Set(
    rows.flatMap(({ roundId, source }) => (source === "movement" ? [] : [roundId])),
  );
  return rows.filter(({ roundId, source }) => source !== "movement" || !reported.has(roundId));
}
