import type { SqlValue, Tx } from "../../connect.ts";
import { together } from "../../together.ts";
import { EVENT_TABLES, type EventTable } from "../records/event-columns.ts";
import type { RoundRecord } from "../records/round-record.ts";
import { checksum, checksums, compare } from "./verify-inserts.ts";

/**
 * Reads the events of rounds back, in the transaction that wrote them, and compares them with what was
 * sent: order, times, players and counts exactly. Rounds without a report are not asked for.
 *
 * @throws VerificationError naming the round; the transaction rolls back
 */
export async function verifyEvents(
  tx: Tx,
  records: readonly RoundRecord[],
  idOf: (record: RoundRecord) => number,
): Promise<void> {
  const told = records.filter(({ events }) => events.length > 0);
  if (told.length === 0) return;
  const ids = told.map(idOf);
  const read = await together(
    ...EVENT_TABLES.map(({ table, keys }) => checksums(tx, table, keyOf(keys), ids)),
  );
  for (const record of told)
    for (const [i, table] of EVENT_TABLES.entries())
      compare(
        record,
        `rows of ${table.table}`,
        read[i]?.get(idOf(record)),
        checksum((record.events[i] ?? []).map((row) => lineOf(table, row))),
      );
}

const keyOf = (keys: readonly string[]) =>
  `concat_ws('|', ${keys.map((key) => `coalesce(${key}::text, '')`).join(", ")})`;

function lineOf({ columns, keys }: EventTable, row: readonly SqlValue[]): string {
  return keys.map((key) => String(row[columns.indexOf(key)] ?? "")).join("|");
}
