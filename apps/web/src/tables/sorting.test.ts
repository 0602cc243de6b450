import { expect, it } from "vitest";
import type { Column } from "./column.ts";
import { readSorting, sorted } from "./sorting.ts";

const rows = [
  { name: "a", n: 2 },
  { name: "b", n: null },
  { name: "c", n: 5 },
  { name: "d", n: 2 },
];
type Row = (typeof rows)[number];
const column: Column<Row> = { key: "n", label: "N", about: "N.", value: (r) => r.n, show: String };
const names = (sorting: { key: string; descending: boolean }) =>
  sorted(rows, [column], sorting).map(({ name }) => name);

it("sorts either way; equal rows keep their order, and what was not measured stands last", () => {
  expect(names({ key: "n", descending: true })).toEqual(["c", "a", "d", "b"]);
  expect(names({ key: "n", descending: false })).toEqual(["a", "d", "c", "b"]);
  expect(names({ key: "gone", descending: true })).toEqual(["a", "b", "c", "d"]);
});

it.each([
  ["n", "n", true],
  ["n.up", "n", false],
  ["n.down", "n", true],
  ["gone", "kills", true],
  ["__proto__", "kills", true],
  [undefined, "kills", true],
  [7, "kills", true],
])("reads %s as %s", (text, key, descending) => {
  expect(readSorting(text, ["n", "kills"], "kills")).toEqual({ key, descending });
});
