import { createMemo, For, type JSX, Show } from "solid-js";
import type { Column, Sorting } from "./column.ts";
import { ColumnMeanings } from "./column-meanings.tsx";
import { SortHead } from "./sort-head.tsx";
import { sorted } from "./sorting.ts";

/** Rows that belong together. */
export interface RowGroup<Row> {
  /** Head of the group; null: none. */
  readonly head: JSX.Element | null;
  /** Name of the row that has them all together; null: no such row. */
  readonly together: string | null;
  readonly rows: readonly Row[];
}

/**
 * A table of figures by name: each column sorts, says its unit and explains itself; the name stays
 * in sight; the best of each column is bold.
 */
export const FiguresTable = <Row,>(props: {
  /** Unique on the page. */
  readonly id: string;
  readonly caption: JSX.Element;
  /** Named for who cannot see that it scrolls: "Players". */
  readonly label: string;
  /** Head of the column of names. */
  readonly nameLabel: string;
  /** Names sort too, under this key; only for rows that come in order. */
  readonly nameSort?: { readonly key: string; readonly about: string };
  readonly name: (row: Row) => JSX.Element;
  readonly columns: readonly Column<Row>[];
  readonly groups: readonly RowGroup<Row>[];
  readonly sorting: Sorting;
  readonly onSort: (key: string) => void;
}) => {
  const best = createMemo(() => {
    const rows = props.groups.flatMap((group) => group.rows);
    return new Map(props.columns.map((column) => [column.key, bestOf(column, rows)]));
  });
  return (
    <>
      <section class="tscroll" tabindex="0" aria-label={`${props.label}, scrolls sideways`}>
        <table>
          <caption>
            <span>{props.caption}</span>
          </caption>
          <thead>
            <tr>
              <Show when={props.nameSort} fallback={<th scope="col">{props.nameLabel}</th>}>
                {(sort) => (
                  <SortHead
                    column={{ ...sort(), label: props.nameLabel }}
                    // Names from A come first: what is "most" in a column of figures.
                    sorting={{ ...props.sorting, descending: !props.sorting.descending }}
                    onSort={props.onSort}
                    id={`tip-${props.id}-${sort().key}`}
                  />
                )}
              </Show>
              <For each={props.columns}>
                {(column) => (
                  <SortHead
                    column={column}
                    sorting={props.sorting}
                    onSort={props.onSort}
                    id={`tip-${props.id}-${column.key}`}
                  />
                )}
              </For>
            </tr>
          </thead>
          <For each={props.groups}>
            {(group) => (
              <tbody>
                <Show when={group.head}>
                  <tr class="group">
                    <th scope="rowgroup">{group.head}</th>
                    <td colspan={props.columns.length} />
                  </tr>
                </Show>
                <For each={sorted(group.rows, props.columns, props.sorting)}>
                  {(row) => (
                    <tr>
                      <th scope="row">{props.name(row)}</th>
                      <For each={props.columns}>
                        {(column) => (
                          <Figure
                            column={column}
                            row={row}
                            sorted={props.sorting.key === column.key}
                            best={best().get(column.key) ?? null}
                          />
                        )}
                      </For>
                    </tr>
                  )}
                </For>
                <Show when={group.together !== null && group.rows.length > 1}>
                  <tr class="total">
                    <th scope="row">{group.together}</th>
                    <For each={props.columns}>
                      {(column) => {
                        const value = () => column.together?.(group.rows) ?? null;
                        const first = group.rows[0] as Row;
                        return (
                          <td>
                            <Show when={value() !== null}>{column.show(value() ?? 0, first)}</Show>
                          </td>
                        );
                      }}
                    </For>
                  </tr>
                </Show>
              </tbody>
            )}
          </For>
        </table>
      </section>
      <ColumnMeanings columns={props.columns} />
    </>
  );
};

const Figure = <Row,>(props: {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly sorted: boolean;
  readonly best: number | null;
}) => {
  const value = () => props.column.value(props.row);
  return (
    <td classList={{ sorted: props.sorted, best: props.best !== null && value() === props.best }}>
      {value() === null ? (
        <>
          <span aria-hidden="true">–</span>
          <span class="vh">not measured</span>
        </>
      ) : (
        props.column.show(value() ?? 0, props.row)
      )}
    </td>
  );
};

/** So many may share a best value; what more have is nothing special. */
const SHARED = 2;

/** The best value of a column; null where no end is the good one, or the best is nothing special. */
function bestOf<Row>(column: Column<Row>, rows: readonly Row[]): number | null {
  const values = rows.flatMap((row) => column.value(row) ?? []);
  if (!column.best || values.length < 2) return null;
  const best = column.best === "highest" ? Math.max(...values) : Math.min(...values);
  const holders = values.filter((value) => value === best).length;
  return holders > SHARED || holders === values.length ? null : best;
}
