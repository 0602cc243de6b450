import { For, Show } from "solid-js";

/** A place in a ranking: three, two, one chevrons, then figures. */
export const RankMark = (props: { readonly rank: number }) => {
  const chevrons = () => (props.rank <= 3 ? 4 - props.rank : 0);
  return (
    <span class="pos">
      <Show when={chevrons() > 0} fallback={props.rank}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <For each={Array.from({ length: chevrons() }, (_, i) => i)}>
            {(i) => {
              const y = () => 7 + 5 * i + (3 - chevrons()) * 2.5;
              return <path d={`m2 ${y()} 8-5 8 5`} />;
            }}
          </For>
        </svg>
        <span class="vh">{props.rank}</span>
      </Show>
    </span>
  );
};
