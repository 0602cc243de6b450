import type { Database, SqlValue, Tx } from "../src/database.ts";
import { sumUpStoredRounds } from "../src/ingest/totals/sum-up-stored.ts";
import type { StoredMap } from "../src/schema/stored-map.ts";

/** A row by column name. */
export type Row = Readonly<Record<string, SqlValue>>;

/** Inserts a row and returns its id. */
export async function insert(tx: Tx, table: string, row: Row): Promise<number> {
  const columns = Object.keys(row);
  // In `query` an array is a PostgreSQL array, and the columns here that take lists are JSON.
  const values = Object.values(row).map((v) => (Array.isArray(v) ? JSON.stringify(v) : v));
  const places = columns.map((column, i) =>
    Array.isArray(row[column]) ? `$${i + 1}::jsonb` : `$${i + 1}`,
  );
  const [{ id } = { id: 0 }] = await tx.query<{ id: number }>(
    `insert into ${table} (${columns.join(", ")}) values (${places.join(", ")}) returning id`,
    values,
  );
  return id;
}

/** Ids of what {@link storeEvening} stored. */
export interface Evening {
  readonly session: number;
  readonly supply1: number;
  readonly supply2: number;
  readonly adlernest1: number;
  readonly adlernest2: number;
  readonly radar1: number;
  readonly restarted: number;
  readonly botRound: number;
}

/** Four humans, two a team, and a bot. */
export const people = {
  ana: { player_guid: "AAAA1111", player_name: "^1Ana", clean_name: "Ana" },
  bor: { player_guid: "BBBB2222", player_name: "^4Bor^7ovets", clean_name: "Borovets" },
  cene: { player_guid: "CCCC3333", player_name: "100%_cene", clean_name: "100%_cene" },
  dora: { player_guid: "DDDD4444", player_name: "DÖRA", clean_name: "DÖRA" },
  bot: {
    player_guid: "OMNIBOT00123456789abcdef01234567",
    player_name: "[BOT]Fred",
    clean_name: "[BOT]Fred",
    is_bot: true,
  },
} as const satisfies Record<string, Row>;

const A1 = [people.ana, people.bor];
const B1 = [people.cene, people.dora];

/**
 * One gaming session written by hand, with one of everything: a match won by team B, a double
 * fullhold, a lone Round 1, a restart and a bot round. Team A attacks in each Round 1.
 */
export function storeEvening(db: Database): Promise<Evening> {
  return db.transaction(async (tx) => {
    const session = 7;
    const round = (minute: number, map: string, number: 1 | 2, more: Row = {}) =>
      insert(tx, "rounds", { ...roundRow(session, minute, map, number), ...more });
    const restarted = await round(0, "supply", 1, {
      match_id: "2025-03-01-200000-supply",
      round_status: "cancelled",
      map_play_seq: null,
    });
    const supply = "2025-03-01-201000-supply";
    const supply1 = await round(10, "supply", 1, {
      match_id: supply,
      round_outcome: "Completed",
      winner_team: 2,
    });
    const supply2 = await round(20, "supply", 2, {
      match_id: supply,
      round_outcome: "Completed",
      winner_team: 2,
    });
    const adler = "2025-03-01-203000-adlernest";
    const adlernest1 = await round(30, "adlernest", 1, { match_id: adler, winner_team: 1 });
    const adlernest2 = await round(40, "adlernest", 2, { match_id: adler, winner_team: 1 });
    const radar1 = await round(50, "radar", 1, {
      match_id: "2025-03-01-205000-radar",
      file_name: null,
      actual_duration_seconds: null,
      round_started_at: null,
      duration_source: null,
      round_outcome: null,
      attackers: null,
      axis_team: null,
      defender_team: 0,
    });
    const botRound = await round(59, "braundorf_b4", 1, {
      match_id: "2025-03-01-205900-braundorf_b4",
      is_valid: false,
      is_bot_round: true,
      flags: ["bot_round"],
      map_play_seq: null,
    });
    const mapOf = new Map([
      [adlernest1, "adlernest"],
      [adlernest2, "adlernest"],
      [botRound, "braundorf_b4"],
    ]);
    const play = async (
      id: number,
      number: 1 | 2,
      who: Row,
      side: 0 | 1 | 2,
      numbers: Row = {},
    ) => {
      await insert(tx, "player_comprehensive_stats", {
        round_id: id,
        round_date: "2025-03-01",
        map_name: mapOf.get(id) ?? "supply",
        round_number: number,
        team: side,
        ...who,
        ...numbers,
      });
    };
    // Numbers differ by round, so that a sum over the wrong rounds shows.
    for (const [id, number, base] of [
      [restarted, 1, 1000],
      [supply1, 1, 1],
      [supply2, 2, 2],
      [adlernest1, 1, 3],
      [adlernest2, 2, 4],
      [botRound, 1, 5000],
    ] as const) {
      const axis = number === 1 ? B1 : A1;
      for (const [i, who] of [...A1, ...B1].entries())
        await play(id, number, who, axis.some((one) => one === who) ? 1 : 2, numbersOf(base + i));
    }
    await play(supply1, 1, people.bot, 2, numbersOf(1));
    // A line without its tab part, of somebody who came for Round 2 only.
    await play(supply2, 2, { player_guid: "EEEE5555", player_name: "Eva", clean_name: "Eva" }, 0, {
      kills: 3,
      damage_given: null,
      time_played_seconds: null,
      time_dead_minutes: null,
      time_dead_ratio: null,
      tank_meatshield: null,
      xp: null,
      gibs: null,
      kd_ratio: 3,
      flags: ["no_extended"],
    });
    for (const [id, number, hits] of [
      [supply1, 1, 30],
      [supply2, 2, 60],
      [botRound, 1, 999],
    ] as const) {
      const weapon = (name: string, numbers: Row) =>
        insert(tx, "weapon_comprehensive_stats", {
          round_id: id,
          round_date: "2025-03-01",
          map_name: "supply",
          round_number: number,
          player_guid: people.ana.player_guid,
          player_name: "Ana",
          weapon_name: name,
          ...numbers,
        });
      await weapon("WS_SYRINGE", { hits: 2, shots: 2 });
      await weapon("WS_MP40", { hits, shots: 100, kills: 5, deaths: 1, headshots: 6 });
    }
    await tx.query(
      `insert into player_aliases (guid, alias, first_seen, last_seen, times_seen) values
         ('AAAA1111', 'Ana', '2025-03-01T20:10:00Z', '2025-03-01T20:40:00Z', 4),
         ('AAAA1111', 'borko''s mum', '2024-01-01T20:10:00Z', '2024-01-01T20:40:00Z', 9),
         ('BBBB2222', 'Borovets', '2025-03-01T20:10:00Z', '2025-03-01T20:40:00Z', 4),
         ('CCCC3333', '100%_cene', '2025-03-01T20:10:00Z', '2025-03-01T20:40:00Z', 4),
         ('DDDD4444', 'DÖRA', '2025-03-01T20:10:00Z', '2025-03-01T20:40:00Z', 4),
         ('EEEE5555', 'Eva', '2025-03-01T20:20:00Z', '2025-03-01T20:20:00Z', 1),
         ('${people.bot.player_guid}', '[BOT]Fred', '2025-03-01T20:10:00Z', '2025-03-01T20:10:00Z', 1)`,
    );
    await tx.query(
      `insert into round_awards (round_id, round_date, map_name, round_number, position, award_name,
         category, scope, player_name, player_guid, award_value, award_value_numeric, unit) values
         ($1, '2025-03-01', 'supply', 1, 1, 'Best accuracy', 'Skills', 'cum', 'Ana', 'AAAA1111', '30 percent', 30, 'percent'),
         ($1, '2025-03-01', 'supply', 1, 0, 'Most damage given', 'Combat', 'cum', '[BOT]Fred', $2, '100', 100, null)`,
      [supply1, people.bot.player_guid],
    );
    await tx.query(
      `insert into round_vs_stats (round_id, round_date, map_name, round_number, position, subject_name,
         subject_guid, player_name, player_guid, kills, deaths) values
         ($1, '2025-03-01', 'supply', 1, 0, 'Ana', 'AAAA1111', 'DÖRA', 'DDDD4444', 4, 2),
         ($1, '2025-03-01', 'supply', 1, 1, null, null, 'Ana', 'AAAA1111', 2, 4)`,
      [supply1],
    );
    for (const [slot, name, team, color] of [
      ["A", "puran", A1, 3066993],
      ["B", "insAne", B1, 15844367],
    ] as const)
      await insert(tx, "session_teams", {
        session_start_date: "2025-03-01",
        gaming_session_id: session,
        slot,
        team_name: name,
        color,
        player_guids: team.map((p) => p.player_guid),
        player_names: team.map((p) => p.clean_name),
        detection_confidence: slot === "A" ? "high" : null,
      });
    const map = (name: string, matchId: string, more: Partial<StoredMap>): StoredMap => ({
      map: name,
      matchId,
      mapPlaySequence: 1,
      round1File: null,
      round2File: null,
      round1Key: null,
      round2Key: null,
      winner: null,
      result: "incomplete",
      source: "incomplete",
      counted: false,
      pointsA: 0,
      pointsB: 0,
      teamASideInRound1: 2,
      note: null,
      flags: [],
      ...more,
    });
    const maps = [
      map("supply", supply, {
        round1Key: fileOf(10, "supply", 1),
        round2Key: fileOf(20, "supply", 2),
        round1File: fileOf(10, "supply", 1),
        round2File: fileOf(20, "supply", 2),
        winner: "B",
        result: "time",
        source: "header",
        counted: true,
        pointsB: 1,
      }),
      map("adlernest", adler, {
        round1Key: fileOf(30, "adlernest", 1),
        round2Key: fileOf(40, "adlernest", 2),
        round1File: fileOf(30, "adlernest", 1),
        round2File: fileOf(40, "adlernest", 2),
        winner: "draw",
        result: "double_fullhold",
        source: "header",
        counted: true,
        pointsA: 1,
        pointsB: 1,
      }),
      map("radar", "2025-03-01-205000-radar", {
        round1Key: fileOf(50, "radar", 1),
        teamASideInRound1: null,
        note: "Round 2 missing",
        flags: ["no_time_data"],
      }),
    ];
    const substitutions = [
      { team: "A", out: "BBBB2222", in: "EEEE5555", round: fileOf(20, "supply", 2) },
      { team: "B", out: "DDDD4444", in: null, round: "webhook:gone:1:0" },
    ];
    await tx.query(
      `insert into session_results (session_date, gaming_session_id, team_1_guids, team_2_guids,
         team_1_names, team_2_names, format, total_rounds, team_1_score, team_2_score, draws,
         winning_team, session_start, session_end, round_details, substitution_details)
       values ('2025-03-01', $1, '[]', '[]', '[]', '[]', '2v2', 6, 1, 2, 1, 2,
         '2025-03-01T20:02:00Z', '2025-03-01T20:50:00Z', $2::jsonb, $3::jsonb)`,
      [session, JSON.stringify({ version: 1, maps }), JSON.stringify(substitutions)],
    );
    await sumUpStoredRounds(tx);
    return { session, supply1, supply2, adlernest1, adlernest2, radar1, restarted, botRound };
  });
}

/** An older evening with one round and nothing else: no teams, no score. */
export function storeBareEvening(db: Database): Promise<number> {
  return db.transaction(async (tx) => {
    const session = 3;
    const id = await insert(tx, "rounds", {
      ...roundRow(session, 0, "goldrush", 1),
      match_id: "2025-02-01-200000-goldrush",
      file_name: "2025-02-01-200000-goldrush-round-1.txt",
      round_date: "2025-02-01",
      round_started_at: new Date("2025-02-01T19:55:00Z"),
      round_ended_at: new Date("2025-02-01T20:00:00Z"),
    });
    await insert(tx, "player_comprehensive_stats", {
      ...people.ana,
      ...numbersOf(10),
      round_id: id,
      round_date: "2025-02-01",
      map_name: "goldrush",
      round_number: 1,
      team: 1,
    });
    await sumUpStoredRounds(tx);
    return session;
  });
}

const clockOf = (minute: number) => `20:${String(minute).padStart(2, "0")}:00`;

function fileOf(minute: number, map: string, number: number): string {
  return `2025-03-01-${clockOf(minute).replaceAll(":", "")}-${map}-round-${number}.txt`;
}

function roundRow(session: number, minute: number, map: string, number: 1 | 2): Row {
  const end = new Date(`2025-03-01T${clockOf(minute)}Z`);
  return {
    round_key: fileOf(minute, map, number),
    file_name: fileOf(minute, map, number),
    round_number: number,
    round_date: "2025-03-01",
    round_time: clockOf(minute),
    round_started_at: new Date(end.getTime() - 480_500),
    round_ended_at: end,
    map_name: map,
    time_limit_seconds: 720,
    actual_duration_seconds: 480.5,
    duration_source: "header",
    round_outcome: "Fullhold",
    defender_team: 1,
    winner_team: 1,
    attackers: number === 1 ? "A" : "B",
    axis_team: number === 1 ? "B" : "A",
    gaming_session_id: session,
    map_play_seq: 1,
  };
}

/** Numbers of one player in one round, all made of `n`. */
function numbersOf(n: number): Row {
  return {
    kills: n * 2,
    deaths: n,
    damage_given: n * 100,
    damage_received: n * 80,
    time_played_seconds: n * 60,
    time_dead_minutes: n / 10,
    time_dead_ratio: 10,
    time_played_percent: 90,
    hits: n * 3,
    shots: n * 10,
    headshots: n,
    headshot_kills: n,
    gibs: n,
    xp: n - 3,
    kd_ratio: 2,
    dpm: 100,
    efficiency: 66.7,
    accuracy: 30,
    killing_spree_best: n,
    death_spree_worst: 9 - (n % 10),
    flags: n % 2 ? ["partial_time"] : [],
  };
}

/** Brings what is kept of the rounds to what they are, after their rows were changed by hand. */
export function sumUp(db: Database): Promise<void> {
  return db.transaction(sumUpStoredRounds);
}
