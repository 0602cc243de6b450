import { createSignal, type JSX, Show } from "solid-js";

/** A chart with its title, its unit, what it shows in a sentence, and the same as a table. */
export const ChartFigure = (props: {
  readonly title: string;
  readonly unit: string;
  readonly says: string;
  readonly chart: JSX.Element;
  readonly legend?: JSX.Element;
  readonly table: JSX.Element;
}) => {
  const [asTable, setAsTable] = createSignal(false);
  return (
    <figure class="chart">
      <figcaption>
        <b>{props.title}</b>
        <span class="unit">{props.unit}</span>
        <button
          type="button"
          class="btn quiet ml-auto"
          aria-pressed={asTable()}
          onClick={() => setAsTable(!asTable())}
        >
          {asTable() ? "As a chart" : "As a table"}
        </button>
        <span class="says">{props.says}</span>
      </figcaption>
      <Show when={asTable()} fallback={props.chart}>
        {props.table}
      </Show>
      <Show when={props.legend && !asTable()}>
        <div class="legend mt-2">{props.legend}</div>
      </Show>
    </figure>
  );
};
