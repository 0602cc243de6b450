import { expect, test } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { type CheckRule, LeastRows, readChecks } from "../../test/every-table.ts";
import type { SqlValue } from "../connect.ts";
import { tableShapes } from "../tables.ts";

// What each kind of rule must refuse, by the end of its name.
const offending: Readonly<Record<string, readonly SqlValue[]>> = {
  not_negative: [-1],
  amount: [-0.5, Number.POSITIVE_INFINITY, Number.NaN],
  percent: [-0.5, 100.5, Number.NaN],
  share: [-0.5, 1.5, Number.NaN],
  place: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN],
  side: [-1, 3],
  half: [0, 3],
  known: ["?", ""],
  rgb: [-1, 0x1000000],
  positive: [0],
};
// Rules about two columns: values for both.
const offendingPairs: Readonly<Record<string, Readonly<Record<string, SqlValue>>>> = {
  greatshot_highlights_end_after_start: { start_ms: 5, end_ms: 4 },
  player_synergies_ordered: { player_a_guid: "B", player_b_guid: "A" },
  crossfire_pairs_ordered: { player1_guid: "B", player2_guid: "B" },
};

onEachEngine("every CHECK", (db) => {
  test("refuses what it is there to refuse, and names itself", async () => {
    const rules = await readChecks(db());
    expect(rules.length).toBeGreaterThan(200);
    const good = new LeastRows(rules);
    const refused = new Set<string>();
    for (const rule of rules)
      for (const bad of badRows(rule)) {
        const attempt = db().transaction(async (tx) => {
          await good.insert(tx, rule.table, bad);
        });
        await expect(attempt, `${rule.name} ${JSON.stringify(bad)}`).rejects.toMatchObject({
          code: "constraint",
          sqlState: "23514",
          constraint: rule.name,
        });
        refused.add(rule.name);
      }
    expect(rules.map((rule) => rule.name).filter((name) => !refused.has(name))).toEqual([]);
  });

  test("lets a good row pass in every table", async () => {
    const good = new LeastRows(await readChecks(db()));
    for (const { name } of tableShapes()) {
      const undo = new Error("undo");
      const attempt = db().transaction(async (tx) => {
        await good.insert(tx, name);
        throw undo;
      });
      await expect(attempt, name).rejects.toBe(undo);
    }
  });
});

function badRows(rule: CheckRule): Readonly<Record<string, SqlValue>>[] {
  const pair = offendingPairs[rule.name];
  if (pair) return [pair];
  const kind = Object.keys(offending).find((end) => rule.name.endsWith(`_${end}`));
  return (offending[kind ?? ""] ?? []).map((value) => ({ [rule.column]: value }));
}
