import { For } from "solid-js";
import type { Column } from "./column.ts";

/** What the tips of a table say, as text that needs no hovering. */
export const ColumnMeanings = <Row,>(props: { readonly columns: readonly Column<Row>[] }) => (
  <details class="defs">
    <summary>What the columns mean</summary>
    <dl>
      <For each={props.columns}>
        {(column) => (
          <div>
            <dt>{column.label}</dt>
            <dd>{column.about}</dd>
          </div>
        )}
      </For>
    </dl>
  </details>
);
