import type { Tx } from "../../connect.ts";
import { storableJson } from "../../storable.ts";
import type { FactChanges, FactRow } from "./fact-tables.ts";
import { PAIR_SUMS } from "./pair-facts.ts";

const KEY = ["player_guid", "other_guid", "season"] as const;

/**
 * Moves `player_pairs` by what came to the pairs of sessions and what went from them: a pair's season has as
 * many sessions as are played, too many to add up anew with each round. A pair of which nothing is left goes.
 */
export async function movePairs(tx: Tx, { come, gone }: FactChanges): Promise<void> {
  const moved = new Map<string, { readonly key: FactRow; readonly by: bigint[] }>();
  const move = (row: FactRow, sign: bigint) => {
    const key = row.slice(0, KEY.length);
    const name = JSON.stringify(key);
    const known = moved.get(name) ?? { key, by: PAIR_SUMS.map(() => 0n) };
    moved.set(name, known);
    PAIR_SUMS.forEach((_, i) => {
      const value = row[KEY.length + i] as number | bigint;
      if (value !== 0) known.by[i] = (known.by[i] ?? 0n) + sign * BigInt(value);
    });
  };
  for (const { row } of come) move(row, 1n);
  for (const { row } of gone) move(row, -1n);
  const rows = [...moved.values()].filter(({ by }) => by.some((amount) => amount !== 0n));
  if (rows.length === 0) return;
  await tx.query(MOVE, [
    storableJson(
      rows.map(({ key, by }) =>
        Object.fromEntries([
          ...KEY.map((column, i) => [column, key[i]]),
          ...PAIR_SUMS.map((column, i) => [column, String(by[i])]),
        ]),
      ),
    ),
  ]);
}

const COLUMNS = [...KEY, ...PAIR_SUMS].join(", ");

// Nothing sinks below zero, also where somebody emptied the table: `db validate` names what is off.
const MOVE = `merge into player_pairs p
  using (select ${COLUMNS} from json_populate_recordset(null::player_pairs, $1::text::json)) d
  on ${KEY.map((column) => `p.${column} = d.${column}`).join(" and ")}
  when matched and p.with_matches + d.with_matches <= 0 and p.against_matches + d.against_matches <= 0
    then delete
  when matched then update set
    ${PAIR_SUMS.map((column) => `${column} = greatest(p.${column} + d.${column}, 0)`).join(", ")}
  when not matched then insert (${COLUMNS})
    values (${[...KEY.map((column) => `d.${column}`), ...PAIR_SUMS.map((column) => `greatest(d.${column}, 0)`)].join(", ")})`;
