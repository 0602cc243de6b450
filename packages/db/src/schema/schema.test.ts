import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultSettings } from "@slomix/stopwatch";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { expect, test } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { tableShapes } from "../tables.ts";
import * as schema from "./index.ts";

/** Every table that Slomix promises, and nothing else. */
const promised = `
rounds player_comprehensive_stats weapon_comprehensive_stats processed_files session_teams
player_links player_aliases lua_round_teams lua_spawn_stats round_awards round_vs_stats
processed_endstats_files match_predictions session_results map_performance user_permissions
permission_audit_log team_pool matchup_history greatshot_demos greatshot_analysis
greatshot_highlights greatshot_renders server_status_history voice_members voice_status_history
live_status combat_engagement player_track player_teamplay_stats crossfire_pairs map_kill_heatmap
map_movement_heatmap proximity_objective_focus proximity_trade_event proximity_support_summary
player_synergies`
  .trim()
  .split(/\s+/);

/** Sums that follow from the rounds and are written with them. */
const kept = [
  "match_players",
  "session_pairs",
  "player_pairs",
  "player_days",
  "player_names",
  "player_totals",
  "player_weapons",
  "round_weapon_sums",
];

/** What happened within a round, in time. */
const events = [
  "round_classes",
  "round_hit_regions",
  "round_kills",
  "round_movement",
  "round_objective_events",
  "round_revives",
];

test("there are 37 tables, those of a round's events, and those of the sums that are kept", () => {
  expect(promised).toHaveLength(37);
  expect(
    tableShapes()
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...promised, ...events, ...kept].sort());
});

test("the SQL files bring about the schema, to the last index", async () => {
  const folder = join(import.meta.dirname, "../../drizzle/meta");
  const journal = JSON.parse(readFileSync(join(folder, "_journal.json"), "utf8"));
  const last = String(journal.entries.at(-1).idx).padStart(4, "0");
  const written = JSON.parse(readFileSync(join(folder, `${last}_snapshot.json`), "utf8"));
  const now = generateDrizzleJson(schema, written.id, undefined, "snake_case");
  expect(await generateMigration(written, now)).toEqual([]);
});

onEachEngine("the schema", (db) => {
  test("the catalogue shows the columns of the schema", async () => {
    const rows = await db().query<{ table: string; name: string; type: string; filled: boolean }>(`
      select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
        a.attnotnull as filled
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and a.attnum > 0 and not a.attisdropped`);
    const sorted = (lines: string[]) => lines.sort();
    const said: Record<string, string> = {
      time: "time without time zone",
      "char(1)": "character(1)",
      "char(8)": "character(8)",
    };
    expect(sorted(rows.map((r) => `${r.table}.${r.name} ${r.type} ${r.filled}`))).toEqual(
      sorted(
        tableShapes().flatMap((table) =>
          table.columns.map((c) => {
            const filled = c.notNull || table.primaryKey.includes(c.name);
            return `${table.name}.${c.name} ${said[c.type] ?? c.type} ${filled}`;
          }),
        ),
      ),
    );
  });

  test("the pool of team names is that of the game's settings", async () => {
    const pool = await db().query("select name, color from team_pool order by id");
    expect(pool).toEqual(defaultSettings.teamPool);
  });

  test("deleting a round takes its numbers along and unlinks what was said of it", async () => {
    await db().transaction(async (tx) => {
      const [round] = await tx.query<{ id: number }>(`
        insert into rounds (round_key, match_id, round_number, round_date, round_time,
          round_ended_at, map_name)
        values ('a', 'a', 1, '2026-03-04', '20:15:00', now(), 'supply') returning id`);
      const id = round?.id ?? null;
      const where = "round_id, round_date, map_name, round_number";
      await tx.query(
        `insert into player_comprehensive_stats (${where}, player_guid, player_name, clean_name)
         values ($1, '2026-03-04', 'supply', 1, 'AAAA0000', '^1x', 'x')`,
        [id],
      );
      await tx.query(
        `insert into weapon_comprehensive_stats (${where}, player_guid, player_name, weapon_name)
         values ($1, '2026-03-04', 'supply', 1, 'AAAA0000', 'x', 'WS_MP40')`,
        [id],
      );
      await tx.query(
        `insert into round_awards (${where}, position, award_name, player_name, award_value)
         values ($1, '2026-03-04', 'supply', 1, 1, 'Most deaths', '', '3')`,
        [id],
      );
      await tx.query(
        `insert into round_vs_stats (${where}, position, player_name, kills)
         values ($1, '2026-03-04', 'supply', 1, 1, '', 3), ($1, '2026-03-04', 'supply', 1, 2, '', 3)`,
        [id],
      );
      await tx.query(
        `insert into lua_round_teams (match_id, round_number, round_end_unix, map_name, round_id)
         values ('x', 1, 1772655307, 'supply', $1)`,
        [id],
      );
      await tx.query(
        "insert into processed_endstats_files (filename, round_id) values ('x-endstats.txt', $1)",
        [id],
      );
      await tx.query("delete from rounds");
      const left = async (table: string) =>
        (
          await tx.query<{ n: number; linked: number }>(
            `select count(*) as n, count(round_id) as linked from ${table}`,
          )
        )[0];
      for (const table of [
        "player_comprehensive_stats",
        "weapon_comprehensive_stats",
        "round_awards",
        "round_vs_stats",
      ])
        expect(await left(table), table).toEqual({ n: 0, linked: 0 });
      for (const table of ["lua_round_teams", "processed_endstats_files"])
        expect(await left(table), table).toEqual({ n: 1, linked: 0 });
    });
  });

  test("GUIDs of 32 characters get their first eight, upper case", async () => {
    const [row] = await db().query(`
      insert into lua_spawn_stats (match_id, round_number, map_name, round_end_unix, player_guid)
      values ('x', 1, 'supply', 1772655307, '2ca23d0a4b5a69788796a5b4c3d2e1f0')
      returning guid_canonical`);
    expect(row).toEqual({ guid_canonical: "2CA23D0A" });
  });

  test("a session's rosters are known by its number, else by its date", async () => {
    const rows = await db().query<{ session_identity: string }>(`
      insert into session_teams (session_start_date, team_name, gaming_session_id)
      values ('2026-03-04', 'Team A', 7), ('2026-03-04', 'Team A', 8), ('2026-03-04', 'Team A', null)
      returning session_identity`);
    expect(rows.map((row) => row.session_identity)).toEqual(["s7", "s8", "d20516"]);
  });

  test("the audit log only grows", async () => {
    await db().query(`
      insert into permission_audit_log (target_discord_id, action, new_tier, changed_by)
      values (1, 'add', 'admin', 2)`);
    for (const change of [
      "update permission_audit_log set reason = ''",
      "delete from permission_audit_log",
    ])
      await expect(db().query(change)).rejects.toThrow("never changed");
  });

  test("uniques that nulls must not defeat, and one root", async () => {
    const twice = async (insert: string, constraint: string) => {
      await db().query(insert);
      await expect(db().query(insert), constraint).rejects.toMatchObject({
        code: "constraint",
        constraint,
      });
    };
    await twice(
      `insert into matchup_history (matchup_id, lineup_a_hash, lineup_b_hash, lineup_a_guids,
         lineup_b_guids, session_date, played_on, ended_at, gaming_session_id)
         values ('a:b', 'a', 'b', '[]', '[]', now(), now(), now(), 1)`,
      "matchup_history_session_matchup_match_unique",
    );
    await twice(
      "insert into voice_members (discord_id, member_name, channel_id) values (5, 'x', 1)",
      "idx_voice_members_active",
    );
    await db().query("insert into user_permissions (discord_id, tier) values (1, 'root')");
    await expect(
      db().query("insert into user_permissions (discord_id, tier) values (2, 'root')"),
    ).rejects.toMatchObject({ constraint: "user_permissions_one_root" });
  });

  test("open voice rows, by channel", async () => {
    await db().query("delete from voice_members");
    await db().query(`
      insert into voice_members (discord_id, member_name, channel_id, channel_name, joined_at, left_at)
      values (184467440737095516, 'early', 1, 'Axis', '2026-03-04 20:00Z', null),
        (2, 'late', 1, 'Axis', '2026-03-04 20:30Z', null),
        (3, 'gone', 1, 'Axis', '2026-03-04 19:00Z', '2026-03-04 19:30Z')`);
    expect(await db().drizzle.select().from(schema.currentVoiceStatus)).toEqual([
      {
        channelId: "1",
        channelName: "Axis",
        memberCount: 2,
        members: [
          { discord_id: "184467440737095516", name: "early" },
          { discord_id: "2", name: "late" },
        ],
        firstJoinedAt: new Date("2026-03-04T20:00:00Z"),
        firstJoinerId: "184467440737095516",
        firstJoinerName: "early",
      },
    ]);
  });
});
