import type { Reader } from "../database.ts";

const MOST = 3;

/**
 * Names in use that are like a text nobody bears, the most alike first, at most three: for offering them
 * to somebody who mistyped one.
 *
 * @throws {DatabaseError}
 */
export async function nearNames(db: Reader, text: string): Promise<string[]> {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  const rows = await db.query<{ alias: string }>(
    `select alias from player_aliases where guid not like 'OMNIBOT%'
     group by alias order by max(last_seen) desc, alias collate "C"`,
  );
  const most = Math.max(1, Math.floor(wanted.length / 3));
  return rows
    .map(({ alias }) => ({ alias, distance: distance(wanted, alias.toLowerCase(), most) }))
    .filter((one) => one.distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ alias }) => alias);
}

/** Letters to change, add or leave out to make one text of the other; more than `most` is as good as endless. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? most + 1;
}
