import type { Database, Tx } from "./database.ts";
import { ROUND_FILE } from "./queries/round-file.ts";
import { quoted } from "./statements.ts";
import { type ColumnShape, type TableShape, tableShapes } from "./tables.ts";

/**
 * Everything in the database as text, so that two databases that hold the same say the same:
 * one line a row, sorted, under a line for each table. Numbers that the database gave and
 * instants of writing are left out; a round is named by its file (or match and number), a gaming
 * session by its first round, stored bytes by their MD5.
 */
export async function comparableDump(db: Database): Promise<string> {
  return db.transaction(
    async (tx) => {
      const parts: string[] = [];
      for (const table of tableShapes()) {
        const columns = table.columns.filter((column) => tells(table, column));
        parts.push(`# ${table.name}: ${columns.map(({ name }) => name).join(" ")}\n`);
        parts.push(await rowsOf(tx, table, columns));
      }
      return parts.join("");
    },
    { snapshot: true, readOnly: true },
  );
}

/** Only the tables whose rows differ: the lines that one has and the other lacks. For a test's message. */
export function dumpDifference(a: string, b: string): string[] {
  const left = new Set(a.split("\n"));
  const right = new Set(b.split("\n"));
  return [
    ...[...left].filter((line) => !right.has(line)).map((line) => `- ${line}`),
    ...[...right].filter((line) => !left.has(line)).map((line) => `+ ${line}`),
  ];
}

// Waiting times follow the clock like instants of writing.
const ofTheClock = new Set(["next_retry_at"]);

function tells(table: TableShape, column: ColumnShape): boolean {
  if (column.generated || column.defaultsToNow || ofTheClock.has(column.name)) return false;
  return !(column.name === "id" && table.primaryKey[0] === "id" && column.type === "integer");
}

const roundName = `coalesce(${ROUND_FILE}, match_id || '/' || round_number)`;

async function rowsOf(tx: Tx, table: TableShape, columns: readonly ColumnShape[]): Promise<string> {
  const has = (name: string) => columns.some((column) => column.name === name);
  const joins = [
    has("round_id")
      ? `left join (select id, ${roundName} as name from rounds) r on r.id = t.round_id`
      : "",
    has("gaming_session_id")
      ? `left join (select distinct on (gaming_session_id) gaming_session_id as id, ${roundName} as name
           from rounds where gaming_session_id is not null
           order by gaming_session_id, round_ended_at, ${roundName} collate "C") s
         on s.id = t.gaming_session_id`
      : "",
  ];
  const source = `(select ${columns.map(selected).join(", ")} from ${quoted(table.name)} t ${joins.join(" ")})`;
  const chunks: Uint8Array[] = [];
  for await (const chunk of await tx.copyOut(source)) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString("utf8").split("\n");
  lines.pop();
  return lines
    .sort()
    .map((line) => `${line}\n`)
    .join("");
}

function selected({ name, type }: ColumnShape): string {
  if (name === "round_id") return "r.name";
  // A session of which no round is left keeps its number: nothing else tells it from others.
  if (name === "gaming_session_id")
    return "coalesce(s.name, t.gaming_session_id::text) as gaming_session_id";
  return type === "bytea" ? `md5(t.${quoted(name)})` : `t.${quoted(name)}`;
}
