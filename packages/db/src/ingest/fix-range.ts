import type { Database, Tx } from "../connect.ts";
import type { IncomingFile } from "./contract.ts";
import { settingsOf } from "./ingest.ts";
import { type RebuildOptions, type RebuildReport, rewrite, takeAll } from "./rebuild.ts";
import { removeRounds } from "./store/remove-rounds.ts";
import { allStretches, lastMs, type Stretch } from "./stretch.ts";

const DAY = 24 * 60 * 60_000;

/**
 * Derives the evenings that touch the dates from `from` to `to` (`YYYY-MM-DD`, server's local dates,
 * both included) again: whole stretches of play, so that no match across midnight is torn. Without
 * files of its own it reads the ledger's raw bytes; with `files`, those of these evenings replace
 * what the ledger held of them. One transaction; an empty range is no fault.
 *
 * @throws RangeError when a date is none, or `to` lies before `from`
 */
export async function fixRange(
  db: Database,
  from: string,
  to: string,
  options: RebuildOptions = {},
): Promise<RebuildReport> {
  const fromMs = dateMs(from);
  const toMs = dateMs(to) + DAY - 1;
  if (toMs < fromMs) throw new RangeError(`${to} lies before ${from}`);
  return db.transaction(async (tx) => {
    await tx.lock("slomix-ingest");
    const settings = await settingsOf(tx, options);
    const touched = async () =>
      (await allStretches(tx, settings)).filter((s) => overlaps(s, fromMs, toMs));
    if (options.files) {
      const [begin, end] = bounds(await touched(), fromMs, toMs);
      await forgetFiles(tx, begin, end);
      await takeAll(tx, filesBetween(options.files, begin, end), options);
    }
    const stretches = await touched();
    return rewrite(tx, stretches, options, await removeStrays(tx, stretches, fromMs, toMs));
  });
}

function dateMs(date: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(date))
    throw new RangeError(`"${date}" is no date: expected YYYY-MM-DD`);
  return ms;
}

const firstMs = (s: Stretch) => s.files[0]?.playedAtMs ?? 0;

function overlaps(s: Stretch, fromMs: number, toMs: number): boolean {
  return firstMs(s) <= toMs && lastMs(s) >= fromMs;
}

function bounds(stretches: readonly Stretch[], fromMs: number, toMs: number): [number, number] {
  return [
    stretches.reduce((least, s) => Math.min(least, firstMs(s)), fromMs),
    stretches.reduce((most, s) => Math.max(most, lastMs(s)), toMs),
  ];
}

/** Webhooks are kept: their place in time is another clock's, and what comes again writes them over. */
async function forgetFiles(tx: Tx, fromMs: number, toMs: number): Promise<void> {
  const gone = await tx.query<{ name: string }>(
    `delete from processed_files
     where kind in ('stats', 'endstats', 'report') and played_at between $1 and $2 returning filename as name`,
    [new Date(fromMs), new Date(toMs)],
  );
  const names = gone.map((row) => row.name);
  await tx.query("delete from processed_endstats_files where filename = any($1)", [names]);
}

async function* filesBetween(
  files: Iterable<IncomingFile> | AsyncIterable<IncomingFile>,
  fromMs: number,
  toMs: number,
): AsyncIterable<IncomingFile> {
  for await (const file of files) {
    const stamp = /^(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})(\d{2})-/.exec(file.name);
    const at = stamp ? Date.parse(`${stamp[1]}T${stamp[2]}:${stamp[3]}:${stamp[4]}Z`) : null;
    // A day either way: webhooks are named in UTC. What was there before is known by its name.
    if (at === null || (at >= fromMs - DAY && at <= toMs + DAY)) yield file;
  }
}

/** Rounds of the range that no file supports any more. */
async function removeStrays(
  tx: Tx,
  stretches: readonly Stretch[],
  fromMs: number,
  toMs: number,
): Promise<number> {
  const files = stretches.flatMap((s) =>
    s.files.flatMap((f) => (f.kind === "endstats" ? [] : [f.name])),
  );
  const stray = await tx.query<{ key: string }>(
    `select round_key as key from rounds
     where file_name is not null and not (file_name = any($1))
       and round_date between $2::date and $3::date`,
    [files, isoDate(fromMs), isoDate(toMs)],
  );
  await removeRounds(
    tx,
    stray.map((row) => row.key),
  );
  return stray.length;
}

const isoDate = (ms: number) => new Date(ms).toISOString().slice(0, 10);
