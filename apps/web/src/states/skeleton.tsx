import { createSignal, For, onCleanup, Show } from "solid-js";

/** Shown only when loading takes longer than this, in ms: what is quick must not flicker. */
const DELAY = 300;

/** Grey lines where text will stand. `lines` are their widths in rem. */
export function Skeleton(props: {
  /** What is loading, for screen readers. */
  readonly what: string;
  readonly lines?: readonly number[];
  /** Height that the content will need about, in rem. */
  readonly height?: number;
}) {
  const [shown, setShown] = createSignal(false);
  const timer = setTimeout(() => setShown(true), DELAY);
  onCleanup(() => clearTimeout(timer));
  return (
    <div
      aria-busy="true"
      class="grid content-start gap-4"
      style={{ "min-height": `${props.height ?? 12}rem` }}
    >
      <Show when={shown()}>
        <p class="vh">{props.what} loading …</p>
        <For each={props.lines ?? [14, 32, 28, 30, 24]}>
          {(width) => <div class="skel" style={{ width: `min(100%, ${width}rem)` }} />}
        </For>
      </Show>
    </div>
  );
}
