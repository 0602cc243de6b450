import type { Column, Sorting } from "./column.ts";

/** `kills` sorts by kills, most first; `kills.up` the other way round. */
export function readSorting(text: unknown, keys: readonly string[], standard: string): Sorting {
  const [key = "", direction] = typeof text === "string" ? text.split(".") : [];
  if (!keys.includes(key)) return { key: standard, descending: true };
  return { key, descending: direction !== "up" };
}

/** Rows in order; equal ones keep theirs, and what was not measured stands last either way. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting,
): Row[] {
  const column = columns.find(({ key }) => key === sorting.key);
  if (!column) return [...rows];
  const direction = sorting.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return direction * (x - y);
  });
}
