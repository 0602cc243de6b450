import { createEffect, createSignal, on, onCleanup, onMount, Show } from "solid-js";
import { useDark } from "../frame/dark.ts";
import { ErrorState } from "../states/error-state.tsx";
import { type ChartColours, chartColours } from "./colours.ts";
import type { ChartOption, DrawnChart } from "./draw.ts";

/** How far below the window a chart begins to load, in px. */
const AHEAD = "200px";

/** A chart that loads its library when it comes into sight, and follows theme and width. */
export function LazyChart(props: {
  /** What it shows, for who cannot see it. */
  readonly label: string;
  readonly option: (colours: ChartColours) => ChartOption;
  /** In rem. */
  readonly height?: number;
}) {
  let place: HTMLDivElement | undefined;
  let chart: DrawnChart | undefined;
  const dark = useDark();
  const [fault, setFault] = createSignal<unknown>();
  const [drawing, setDrawing] = createSignal(false);
  const draw = async () => {
    setDrawing(true);
    try {
      const { drawChart } = await import("./draw.ts");
      if (!place?.isConnected || chart) return;
      chart = drawChart(place, props.option(chartColours()));
      setFault(undefined);
    } catch (error) {
      setFault(error);
    } finally {
      setDrawing(false);
    }
  };
  onMount(() => {
    if (!place) return;
    const sight = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        sight.disconnect();
        void draw();
      },
      { rootMargin: AHEAD },
    );
    sight.observe(place);
    const size = new ResizeObserver(() => chart?.resize());
    size.observe(place);
    onCleanup(() => {
      sight.disconnect();
      size.disconnect();
      chart?.dispose();
    });
  });
  createEffect(
    on([dark, () => props.option], () => chart?.set(props.option(chartColours())), { defer: true }),
  );
  return (
    <>
      <div
        ref={place}
        role="img"
        aria-label={props.label}
        aria-busy={drawing() ? "true" : undefined}
        style={{ height: fault() ? "0" : `${props.height ?? 19}rem` }}
      />
      <Show when={fault()}>
        <ErrorState what="The chart" error={fault()} onRetry={() => void draw()} />
      </Show>
    </>
  );
}
