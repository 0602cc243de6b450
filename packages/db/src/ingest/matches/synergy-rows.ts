import { type PairSynergy, pairSynergy, type SynergyTotals } from "@slomix/analytics";
import type { Reader, Tx } from "../../connect.ts";
import { together } from "../../together.ts";
import { upsert } from "../store/write-rows.ts";

interface PairSums extends SynergyTotals {
  readonly player: string;
  readonly other: string;
}

const SUMS = `p.player_guid as player, p.other_guid as other,
  sum(p.with_matches)::int as matches, sum(p.with_wins)::int as wins,
  sum(p.with_rounds)::int as rounds, sum(p.with_kills)::bigint as kills,
  sum(p.with_deaths)::bigint as deaths`;

function allPairs(db: Reader): Promise<PairSums[]> {
  return db.query<PairSums>(
    `select ${SUMS} from player_pairs p where p.with_matches > 0 group by 1, 2`,
  );
}

/** The players with everybody, everybody with the players, and all of them by themselves. */
async function pairsOf(db: Reader, guids: readonly string[]): Promise<PairSums[]> {
  const mine = await db.query<PairSums>(
    `select ${SUMS} from player_pairs p
     where p.player_guid = any($1) and p.with_matches > 0 group by 1, 2`,
    [guids],
  );
  const own = new Set(guids);
  const mates = [...new Set(mine.map(({ other }) => other))].filter((other) => !own.has(other));
  if (mates.length === 0) return mine;
  const theirs = await db.query<PairSums>(
    `select ${SUMS} from player_pairs p
     where p.player_guid = any($2) and p.other_guid = any($1) and p.with_matches > 0 group by 1, 2
     union all
     select ${SUMS} from unnest($2::text[]) m (guid)
     join player_pairs p on p.player_guid = m.guid and p.other_guid = m.guid
     where p.with_matches > 0 group by 1, 2`,
    [guids, mates],
  );
  return [...mine, ...theirs];
}

/** Synergies of some players with everybody, by the pairs that are kept; null: of all players. */
export async function synergiesOf(
  db: Reader,
  guids: readonly string[] | null,
): Promise<PairSynergy[]> {
  const rows = guids ? await pairsOf(db, guids) : await allPairs(db);
  const totals = new Map(rows.map((row) => [`${row.player}\n${row.other}`, row]));
  const of = (player: string, other: string) => totals.get(`${player}\n${other}`);
  const wanted = guids && new Set(guids);
  return rows.flatMap(({ player, other }) => {
    // Each pair comes from both sides when both were asked for.
    if (player === other || (wanted && !wanted.has(player))) return [];
    if ((wanted === null || wanted.has(other)) && player > other) return [];
    const [a, b] = player < other ? [player, other] : [other, player];
    const [togetherA, togetherB, allA, allB] = [of(a, b), of(b, a), of(a, a), of(b, b)];
    if (!togetherA || !togetherB || !allA || !allB) return [];
    return pairSynergy(a, b, { togetherA, togetherB, allA, allB }) ?? [];
  });
}

/** Synergies as rows of `player_synergies`. */
export function synergyRows(pairs: readonly PairSynergy[]) {
  return pairs.map(({ a, b, score, parts }) => ({
    player_a_guid: a,
    player_b_guid: b,
    synergy_score: score,
    games_same_team: parts.rounds,
  }));
}

/** Brings the synergies of players with everybody to what the pairs say. */
export async function storeSynergies(tx: Tx, guids: readonly string[]): Promise<void> {
  if (guids.length === 0) return;
  const rows = synergyRows(await synergiesOf(tx, guids));
  await together(
    tx.query(
      `delete from player_synergies where (player_a_guid = any($1) or player_b_guid = any($1))
         and (player_a_guid, player_b_guid) not in (select * from unnest($2::text[], $3::text[]))`,
      [guids, rows.map((row) => row.player_a_guid), rows.map((row) => row.player_b_guid)],
    ),
    upsert(tx, "player_synergies", "player_a_guid, player_b_guid", rows, {
      updated_at: "excluded.updated_at",
    }),
  );
}
