import type { RoundTelemetry } from "@slomix/stats-parser";
import { defaultSettings, pairRounds } from "@slomix/stopwatch";
import type { SqlValue, Tx } from "../../connect.ts";
import { together } from "../../together.ts";
import type { Arrival } from "../arrival.ts";
import type { Contents } from "../contents.ts";
import { telemetryPlaces } from "../ledger.ts";
import type { StretchRecord } from "../records/stretch-record.ts";
import { upsert } from "./write-rows.ts";

const DELIVERY = "round_end_unix, lower(map_name), round_number";

/**
 * Writes what newly arrived webhooks and gametime files say. The two of one round are one row, so
 * both are read again from the ledger; the row's link to a round is not touched here.
 */
export async function storeTelemetry(
  tx: Tx,
  arrivals: readonly Arrival[],
  contents: Contents,
): Promise<void> {
  const ends = new Set<number>();
  for (const a of arrivals)
    if ((a.kind === "webhook" || a.kind === "gametime") && a.playedAtMs !== null)
      ends.add(a.playedAtMs);
  if (ends.size === 0) return;
  const loaded = await contents.load(tx, await telemetryPlaces(tx, [...ends]));
  const deliveries = [...loaded.values()].map((entry) => entry.value as RoundTelemetry);
  // Without stats files nothing is linked: what comes back is each round's deliveries made one.
  const { unlinked } = pairRounds({ stats: [], telemetry: deliveries }, defaultSettings);
  const merged = onePerDelivery(unlinked);
  await together(
    upsert(tx, "lua_round_teams", DELIVERY, merged.map(teamsRow)),
    upsert(tx, "lua_spawn_stats", `${DELIVERY}, player_guid`, merged.flatMap(spawnRows)),
  );
}

/** Brings the links of a stretch's webhooks to the rounds that they were found to tell of. */
export async function linkTelemetry(
  tx: Tx,
  record: StretchRecord,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const links = record.telemetry.flatMap(({ telemetry: t, round }) => {
    const id = round === null ? null : (ids.get(round) ?? null);
    return [{ end: t.endUnix, map: t.map, round: t.round, id }];
  });
  const linked = links.filter((l) => l.id !== null);
  const rounds = [...ids.values()];
  await together(
    // First loosen what these rounds held, then tie: a round has one webhook at the most.
    tx.query(
      `update lua_round_teams t set round_id = null
       where round_id = any($1) and not exists (
         select 1 from unnest($2::int8[], $3::text[], $4::int[], $5::int[]) as n (ended, map, number, id)
         where t.round_end_unix = n.ended and lower(t.map_name) = lower(n.map)
           and t.round_number = n.number and t.round_id = n.id)`,
      [rounds, ...columnsOf(linked)],
    ),
    ...["lua_round_teams", "lua_spawn_stats"].map((table) =>
      tx.query(
        `update ${table} t set round_id = n.id
         from unnest($1::int8[], $2::text[], $3::int[], $4::int[]) as n (ended, map, number, id)
         where t.round_end_unix = n.ended and lower(t.map_name) = lower(n.map)
           and t.round_number = n.number and t.round_id is distinct from n.id`,
        columnsOf(linked),
      ),
    ),
    tx.query(
      `update lua_spawn_stats s set round_id = t.round_id from lua_round_teams t
       where s.round_id = any($1) and t.round_end_unix = s.round_end_unix
         and lower(t.map_name) = lower(s.map_name) and t.round_number = s.round_number
         and s.round_id is distinct from t.round_id`,
      [rounds],
    ),
  );
}

function columnsOf(
  links: readonly { end: number; map: string; round: number; id: number | null }[],
): SqlValue[] {
  return [
    links.map((l) => l.end),
    links.map((l) => l.map),
    links.map((l) => l.round),
    links.map((l) => l.id),
  ];
}

/** Spare deliveries (a second webhook of one round) add nothing: the first of each stands. */
function onePerDelivery(deliveries: readonly RoundTelemetry[]): RoundTelemetry[] {
  const rows = new Map<string, RoundTelemetry>();
  for (const t of deliveries) {
    const key = `${t.endUnix}/${t.map.toLowerCase()}/${t.round}`;
    if (!rows.has(key)) rows.set(key, t);
  }
  return [...rows.values()];
}

function teamsRow(t: RoundTelemetry): Record<string, SqlValue> {
  return {
    match_id: stampOf(t.endUnix),
    round_number: t.round,
    axis_players: t.axis,
    allies_players: t.allies,
    round_start_unix: t.startUnix,
    round_end_unix: t.endUnix,
    actual_duration_seconds: t.playtimeSeconds,
    total_pause_seconds: t.pauseSeconds,
    pause_count: t.pauseCount,
    end_reason: t.endReason,
    winner_team: t.winnerSide ?? 0,
    defender_team: t.defenderSide ?? 0,
    map_name: t.map,
    time_limit_minutes: t.timeLimitMinutes,
    lua_version: t.version,
    lua_warmup_seconds: t.warmupSeconds,
    lua_warmup_start_unix: t.warmupStartUnix,
    lua_pause_events: t.pauses.map((p, i) => ({
      n: i + 1,
      start: p.startUnix,
      end: p.endUnix,
      sec: p.seconds,
    })),
    surrender_caller_guid: t.surrenderCallerGuid,
    surrender_caller_name: t.surrenderCallerName,
    surrender_team: t.surrenderSide ?? 0,
    axis_score: t.axisScore,
    allies_score: t.alliesScore,
    source: t.source,
    file_name: t.file,
    exit_text: t.exit,
  };
}

function spawnRows(t: RoundTelemetry): Record<string, SqlValue>[] {
  const byGuid = new Map(t.spawnStats.filter((s) => s.guid !== "").map((s) => [s.guid, s]));
  return [...byGuid.values()].map((s) => ({
    match_id: stampOf(t.endUnix),
    round_number: t.round,
    map_name: t.map,
    round_end_unix: t.endUnix,
    player_guid: s.guid,
    player_name: s.name,
    spawn_count: s.spawns,
    death_count: s.deaths,
    dead_seconds: s.deadSeconds,
    avg_respawn_seconds: s.avgRespawnSeconds,
    max_respawn_seconds: s.maxRespawnSeconds,
  }));
}

/** `YYYY-MM-DD-HHMMSS` of an instant, in UTC. */
function stampOf(unix: number): string {
  const iso = new Date(unix * 1000).toISOString();
  return `${iso.slice(0, 10)}-${iso.slice(11, 19).replaceAll(":", "")}`;
}
