import { useNavigate, useSearch } from "@tanstack/solid-router";
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

/** The sorting of a table as the address has it, under `name`, and how to change it. */
export function useSorting<Row>(
  columns: () => readonly Column<Row>[],
  standard: string,
  name = "sort",
) {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const sorting = () =>
    readSorting(
      (search() as Record<string, unknown>)[name],
      columns().map(({ key }) => key),
      standard,
    );
  const sortBy = (key: string) => {
    const now = sorting();
    const descending = now.key === key ? !now.descending : true;
    const text = key === standard && descending ? undefined : `${key}${descending ? "" : ".up"}`;
    void navigate({
      to: ".",
      search: (before: Record<string, unknown>) => ({ ...before, [name]: text }),
      replace: true,
      resetScroll: false,
    });
  };
  return { sorting, sortBy };
}
