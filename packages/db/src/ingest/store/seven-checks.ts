import type { Tx } from "../../connect.ts";
import type { RoundRecord } from "../records/round-record.ts";

interface RoundSums {
  readonly id: number;
  readonly players: number;
  readonly kills: number;
  readonly deaths: number;
  readonly negative: number;
  readonly axis: number;
  readonly allies: number;
  readonly weapons: number;
  readonly weaponKills: number;
}

/** Kills and deaths may differ by so many: some means of death stand in no weapon's row. */
const TOLERANCE = 5;

/**
 * The seven checks of a stored round, inside its transaction: players, weapon rows, kills, deaths,
 * weapon kills against player kills, negative values, and the round's own (Round 2: the
 * differential was applied; Round 1: both sides present, sizes differ by at most 2). They warn and
 * never keep a round out.
 *
 * @returns the findings by round key; rounds without findings are left out
 */
export async function sevenChecks(
  tx: Tx,
  records: readonly RoundRecord[],
  idOf: (record: RoundRecord) => number,
): Promise<Map<string, string[]>> {
  const findings = new Map<string, string[]>();
  const played = records.filter((r) => r.file !== null);
  if (played.length === 0) return findings;
  const sums = new Map((await sumRounds(tx, played.map(idOf))).map((row) => [row.id, row]));
  for (const record of played) {
    const found = check(record, sums.get(idOf(record)));
    if (found.length > 0) findings.set(record.key, found);
  }
  return findings;
}

function check(record: RoundRecord, sums: RoundSums | undefined): string[] {
  if (!sums) return ["round has no rows"];
  const { stored, number, differential, aborted } = record.expected;
  const sent = {
    players: stored.length,
    weapons: stored.reduce((n, s) => n + s.player.weapons.length, 0),
    kills: stored.reduce((n, s) => n + s.player.kills, 0),
    deaths: stored.reduce((n, s) => n + s.player.deaths, 0),
  };
  const found: string[] = [];
  const expect = (what: string, got: number, want: number, tolerance: number) => {
    if (Math.abs(got - want) > tolerance) found.push(`${what}: ${got} stored, ${want} expected`);
  };
  expect("players", sums.players, sent.players, 0);
  expect("weapon rows", sums.weapons, sent.weapons, 0);
  expect("kills", sums.kills, sent.kills, TOLERANCE);
  expect("deaths", sums.deaths, sent.deaths, TOLERANCE);
  expect("weapon kills", sums.weaponKills, sums.kills, TOLERANCE);
  if (sums.negative > 0) found.push(`negative values in ${sums.negative} rows`);
  if (aborted) return found;
  if (number === 2 && differential !== "applied") found.push("Round 2 without its Round 1");
  if (number === 1) {
    if (sums.axis === 0 || sums.allies === 0) found.push("one side is empty");
    else if (Math.abs(sums.axis - sums.allies) > 2)
      found.push(`sides of ${sums.axis} and ${sums.allies}`);
  }
  return found;
}

function sumRounds(tx: Tx, ids: readonly number[]): Promise<RoundSums[]> {
  return tx.query<RoundSums>(
    `with p as (
       select round_id, count(distinct player_guid)::int as players, sum(kills)::int as kills,
         sum(deaths)::int as deaths, count(*) filter (where team = 1)::int as axis,
         count(*) filter (where team = 2)::int as allies,
         count(*) filter (where least(kills, deaths, headshots, damage_given, damage_received) < 0)::int as negative
       from player_comprehensive_stats where round_id = any($1) group by round_id),
     w as (
       select round_id, count(*)::int as weapons, sum(kills)::int as kills
       from weapon_comprehensive_stats where round_id = any($1) group by round_id)
     select r.id, coalesce(p.players, 0) as players, coalesce(p.kills, 0) as kills,
       coalesce(p.deaths, 0) as deaths, coalesce(p.negative, 0) as negative,
       coalesce(p.axis, 0) as axis, coalesce(p.allies, 0) as allies,
       coalesce(w.weapons, 0) as weapons, coalesce(w.kills, 0) as "weaponKills"
     from rounds r left join p on p.round_id = r.id left join w on w.round_id = r.id
     where r.id = any($1)`,
    [ids],
  );
}
