import { expect, test } from "vitest";
import { engines, freshDatabase, onEachEngine, testServer } from "../test/engines.ts";
import { fillEveryTable, LeastRows, readChecks } from "../test/every-table.ts";
import { comparableDump, dumpDifference } from "./comparable-dump.ts";
import { tableShapes } from "./tables.ts";

onEachEngine("the dump", (db) => {
  test("says the same of what is the same, whatever numbers and instants it has", async () => {
    const least = new LeastRows(await readChecks(db()));
    const write = (order: readonly string[], session: number) =>
      db().transaction(async (tx) => {
        for (const { name } of tableShapes()) await tx.query(`truncate ${name} cascade`);
        for (const key of order) {
          const round = await least.insert(tx, "rounds", {
            round_key: key,
            file_name: key,
            match_id: key,
            gaming_session_id: session,
            round_ended_at: new Date(`2026-03-04T20:1${key}:00Z`),
          });
          await least.insert(tx, "round_awards", { round_id: round["id"], award_name: key });
        }
        await least.insert(tx, "session_results", { gaming_session_id: session });
        await least.insert(tx, "processed_files", { raw: new TextEncoder().encode("x") });
      });
    await write(["1", "2"], 5);
    const first = await comparableDump(db());
    await write(["2", "1"], 9);
    expect(await comparableDump(db())).toBe(first);

    expect(first).toContain("\n1\t");
    await db().query("update round_awards set award_value = 'other' where award_name = '2'");
    const changed = dumpDifference(first, await comparableDump(db()));
    expect(changed).toHaveLength(2);
    expect(changed.join("\n")).toContain("other");
  });

  test("tells of every table", async () => {
    const dump = await comparableDump(db());
    for (const { name } of tableShapes()) expect(dump).toContain(`# ${name}: `);
  });
});

test.runIf(testServer)("both engines say the same", async () => {
  const dumps = new Set<string>();
  for (const engine of engines) {
    const { db, remove } = await freshDatabase(engine);
    await fillEveryTable(db);
    dumps.add(await comparableDump(db));
    await remove();
  }
  expect([...dumps]).toHaveLength(1);
  expect([...dumps][0]?.split("\n").length).toBeGreaterThan(75);
});
