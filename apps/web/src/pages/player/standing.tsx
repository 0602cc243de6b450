import { For, Show } from "solid-js";
import type { PlayerStanding, StandingMeasure } from "../../api/players.ts";
import { figure, plural } from "../../format/numbers.ts";
import { EmptyState } from "../../states/empty-state.tsx";

const UNITS: Readonly<Record<StandingMeasure["unit"], string>> = {
  ratio: "",
  "HP/min": "HP/min",
  percent: "%",
  "s/min": "s/min",
  "a round": "a round",
};

/** Where a player stands among everybody comparable, number by number. */
export const Standing = (props: { readonly standing: PlayerStanding }) => (
  <Show
    when={props.standing.measures.length > 0}
    fallback={
      <EmptyState figure="page" title="Too few rounds to compare">
        {plural(props.standing.rounds, "round")} in the 90 days up to the last evening. A comparison
        needs {props.standing.minimumRounds}; {plural(props.standing.players, "player")} have them.
      </EmptyState>
    }
  >
    <p class="small muted mb-2">
      Against the {plural(props.standing.players, "player")} with {props.standing.minimumRounds}{" "}
      rounds or more in 90 days. Each line is one of them, the band holds the middle half, the thick
      line is the median. At the right: the share of them that is behind.
    </p>
    <div class="bands">
      <For each={props.standing.measures}>
        {(measure) => <Band measure={measure} players={props.standing.players} />}
      </For>
    </div>
  </Show>
);

const Band = (props: { readonly measure: StandingMeasure; readonly players: number }) => {
  const value = (value: number) => figure(value, props.measure.decimals);
  // A little air on both sides, so that nobody stands on the edge.
  const low = () => props.measure.values[0] ?? 0;
  const span = () => (props.measure.values.at(-1) ?? 0) - low() || 1;
  const place = (value: number) => `${4 + ((value - low()) / span()) * 92}%`;
  const label = () =>
    `${props.measure.label} ${value(props.measure.value)} ${UNITS[props.measure.unit]}, rank ${props.measure.rank} of ${props.players}, ${figure(props.measure.behind)} % are behind, median ${value(props.measure.median)}`;
  return (
    <div class="band">
      <span>{props.measure.label}</span>
      <span class="v">
        {value(props.measure.value)}
        <Show when={UNITS[props.measure.unit]}>
          {(unit) => <small class="dim"> {unit()}</small>}
        </Show>
      </span>
      <div
        class="strip-plot"
        role="img"
        aria-label={label()}
        style={{
          "--q1": place(props.measure.quarter),
          "--q3": place(props.measure.threeQuarters),
        }}
      >
        <For each={props.measure.values}>{(other) => <s style={{ "--x": place(other) }} />}</For>
        <s class="med" style={{ "--x": place(props.measure.median) }} />
        <b style={{ "--x": place(props.measure.value) }} />
      </div>
      <span class="p num">
        <b>{figure(props.measure.behind)}</b>
        <span class="dim"> %</span>
      </span>
    </div>
  );
};
