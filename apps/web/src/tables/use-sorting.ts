import { useNavigate, useSearch } from "@tanstack/solid-router";
import type { Column } from "./column.ts";
import { readSorting } from "./sorting.ts";

/** The sorting of a table as the address has it, under `name`, and how to change it. */
export function useSorting(
  columns: () => readonly Pick<Column<never>, "key">[],
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
      // In another order another page comes first.
      search: (before: Record<string, unknown>) => ({ ...before, page: undefined, [name]: text }),
      replace: true,
      resetScroll: false,
    });
  };
  return { sorting, sortBy };
}
