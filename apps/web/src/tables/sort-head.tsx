import { Tip, tipHandlers } from "../components/tip.tsx";
import type { Column, Sorting } from "./column.ts";

/** The head of a column: a button that sorts by it, with unit and explanation. */
export const SortHead = (props: {
  readonly column: Pick<Column<never>, "key" | "label" | "unit" | "about">;
  readonly sorting: Sorting;
  readonly onSort: (key: string) => void;
  /** Unique on the page. */
  readonly id: string;
}) => {
  const order = () => {
    if (props.sorting.key !== props.column.key) return undefined;
    return props.sorting.descending ? "descending" : "ascending";
  };
  return (
    <th scope="col" aria-sort={order()}>
      <button
        type="button"
        class="sort"
        aria-describedby={props.id}
        onClick={() => props.onSort(props.column.key)}
        {...tipHandlers(props.id)}
      >
        <span>{props.column.label}</span>
        <small>{props.column.unit ?? "\u00a0"}</small>
      </button>
      <Tip id={props.id}>{props.column.about}</Tip>
    </th>
  );
};
