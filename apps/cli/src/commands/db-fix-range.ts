import { fixRange } from "@slomix/db";
import { type ExitStatus, usageError } from "../command-error.ts";
import type { Context } from "../program.ts";
import { deriveAgain, type RebuildFlags } from "./db-rebuild.ts";

/** `slomix db fix-range FROM TO`: the evenings of these days, derived anew; the rest stays. */
export async function dbFixRange(
  context: Context,
  [from = "", to = ""]: readonly string[],
  flags: RebuildFlags,
): Promise<ExitStatus> {
  for (const day of [from, to]) {
    const date = new Date(`${day}T00:00:00Z`);
    const real = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime());
    if (!real || date.toISOString().slice(0, 10) !== day) {
      throw usageError(`“${day}” is no day; write it as 2026-01-31`);
    }
  }
  if (to < from) throw usageError(`${to} lies before ${from}`);
  const days = from === to ? from : `${from} to ${to}`;
  return deriveAgain(context, flags, {
    name: "fix-range",
    question: `Back the database up and derive ${days} anew?`,
    work: (db, options) => fixRange(db, from, to, options),
  });
}
