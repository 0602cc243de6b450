import { createMemo, createSignal, For, onCleanup, onMount, Show } from "solid-js";
import type { RoundOfEvents } from "../../../api/match-events.ts";
import { ChartFigure } from "../../../charts/chart-figure.tsx";
import { SideBadge } from "../../../components/side-badge.tsx";
import { clock } from "../../../format/clock.ts";
import { plural } from "../../../format/numbers.ts";
import { MomentLine } from "./moment-line.tsx";
import { killMoment, type Lane, type Moment, momentsOf, momentText } from "./moments.ts";
import { aliveAreas, marksOf, nearest, placeOf, type TimelineBox } from "./timeline-shape.ts";

const LANES: readonly { readonly lane: Lane; readonly label: string }[] = [
  { lane: "objective", label: "Objectives" },
  { lane: "axis", label: "Axis kills" },
  { lane: "allies", label: "Allied kills" },
  { lane: "other", label: "Other deaths" },
];
/** From this width on the lanes are named at the left, below it above. */
const ROOMY = 560;
const LABELS = 88;
/** Most men of one side that the band has room for without being squeezed. */
const MEN = 6;
/** Height of the band on each side of its middle. */
const BAND = 38;

/** Heights of the drawing, px: the middle of each lane, the band's middle, all of it. */
interface Heights {
  readonly lanes: Readonly<Record<Lane, number>>;
  readonly middle: number;
  readonly all: number;
}

const heights = (first: number, apart: number, middle: number, all: number): Heights => ({
  lanes: {
    objective: first,
    axis: first + apart,
    allies: first + 2 * apart,
    other: first + 3 * apart,
  },
  middle,
  all,
});
const WIDE = heights(26, 36, 198, 262);
/** With room for the names above. */
const NARROW = heights(38, 44, 246, 324);

/** Kills, objectives and men alive of one round on its clock; moment by moment with the slider. */
export const RoundTimeline = (props: { readonly round: RoundOfEvents }) => {
  const moments = createMemo(() => momentsOf(props.round));
  const [at, setAt] = createSignal(0);
  const current = () => moments()[Math.min(at(), moments().length - 1)];
  return (
    <ChartFigure
      title={`Round ${props.round.round}`}
      unit="minutes and seconds since its start"
      says={sentence(props.round)}
      chart={
        <div class="timeline">
          <Drawing round={props.round} moments={moments()} at={at()} onPick={setAt} />
          <Show when={current()}>
            {(moment) => (
              <div class="timeline-read">
                <label class="vh" for={`moment-${props.round.round}`}>
                  Moment of round {props.round.round}
                </label>
                <input
                  id={`moment-${props.round.round}`}
                  class="moment-slider"
                  type="range"
                  min="0"
                  max={moments().length - 1}
                  value={at()}
                  aria-valuetext={momentText(moment())}
                  onInput={(event) => setAt(Number(event.currentTarget.value))}
                />
                <p class="moment">
                  <b class="num">{clock(moment().atMs / 1000)}</b> <MomentLine moment={moment()} />
                </p>
              </div>
            )}
          </Show>
        </div>
      }
      legend={
        <>
          <SideBadge side={1} />
          <SideBadge side={2} />
          <span>
            <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
              <path class="cross" d="M3 3l8 8m0-8l-8 8" />
            </svg>
            own or a teammate’s hand
          </span>
          <span>
            <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
              <path class="pennant" d="M2 0v14M2 1h10l-3 3.5 3 3.5H2" />
            </svg>
            objective
          </span>
        </>
      }
      table={<MomentTable round={props.round.round} moments={moments()} />}
    />
  );
};

const Drawing = (props: {
  readonly round: RoundOfEvents;
  readonly moments: readonly Moment[];
  readonly at: number;
  readonly onPick: (index: number) => void;
}) => {
  let place: SVGSVGElement | undefined;
  const [width, setWidth] = createSignal(640);
  onMount(() => {
    if (!place) return;
    const size = new ResizeObserver(([entry]) =>
      setWidth(Math.max(240, Math.round(entry?.contentRect.width ?? 640))),
    );
    size.observe(place);
    onCleanup(() => size.disconnect());
  });
  const roomy = () => width() >= ROOMY;
  const sizes = () => (roomy() ? WIDE : NARROW);
  const bottom = () => sizes().all - 18;
  const box = (): TimelineBox => ({
    left: roomy() ? LABELS : 8,
    right: width() - 10,
    middle: sizes().middle,
    man: BAND / Math.max(MEN, ...props.round.alive.flatMap(({ axis, allies }) => [axis, allies])),
  });
  const x = (atMs: number) => placeOf(atMs, props.round.lengthMs, box());
  const areas = () => aliveAreas(props.round.alive, props.round.lengthMs, box());
  const pick = (event: PointerEvent) => {
    if (!place) return;
    const seen = place.getBoundingClientRect();
    const index = nearest(props.moments, event.clientX - seen.left, props.round.lengthMs, box());
    if (index !== null) props.onPick(index);
  };
  const label = (y: number) => (roomy() ? { x: 0, y: y + 4 } : { x: box().left, y: y - 13 });
  const alive = () =>
    roomy()
      ? { axis: box().middle - 14, allies: box().middle + 22 }
      : { axis: box().middle - BAND - 5, allies: box().middle + BAND + 14 };
  return (
    <svg
      ref={place}
      class="timeline-drawing"
      viewBox={`0 0 ${width()} ${sizes().all}`}
      height={sizes().all}
      aria-hidden="true"
      onPointerMove={pick}
      onPointerDown={pick}
    >
      <For each={marksOf(props.round.lengthMs, box())}>
        {(mark) => (
          <>
            <line class="grid" x1={x(mark)} x2={x(mark)} y1={10} y2={bottom()} />
            <text
              x={x(mark)}
              y={sizes().all - 4}
              text-anchor={mark === 0 && !roomy() ? "start" : "middle"}
            >
              {clock(mark / 1000)}
            </text>
          </>
        )}
      </For>
      <For each={LANES}>
        {({ lane, label: text }) => {
          const y = () => sizes().lanes[lane];
          return (
            <>
              <line class="grid" x1={box().left} x2={box().right} y1={y()} y2={y()} />
              <text {...label(y())}>{text}</text>
            </>
          );
        }}
      </For>
      <For each={props.moments}>
        {(moment) => <Mark lane={moment.lane} x={x(moment.atMs)} y={sizes().lanes[moment.lane]} />}
      </For>
      <path class="alive-axis" d={areas().axis} />
      <path class="alive-allies" d={areas().allies} />
      <line class="zero" x1={box().left} x2={box().right} y1={box().middle} y2={box().middle} />
      <text x={label(0).x} y={alive().axis}>
        Axis alive
      </text>
      <text x={label(0).x} y={alive().allies}>
        Allies alive
      </text>
      <Show when={props.moments[props.at]}>
        {(moment) => (
          <g class="head">
            <line x1={x(moment().atMs)} x2={x(moment().atMs)} y1={8} y2={bottom()} />
            <path d={`M${x(moment().atMs) - 6} 2h12l-6 9z`} />
          </g>
        )}
      </Show>
      <line class="end" x1={box().right} x2={box().right} y1={10} y2={bottom()} />
    </svg>
  );
};

const SHAPES: Readonly<Record<Lane, (x: number, y: number) => string>> = {
  axis: (x, y) => `M${x} ${y - 6}l6 6l-6 6l-6 -6z`,
  allies: (x, y) => `M${x - 5} ${y - 4.5}h10v9h-10z`,
  other: (x, y) => `M${x - 3} ${y - 3}l6 6m0-6l-6 6`,
  objective: (x, y) => `M${x} ${y + 8}v-16h10l-3 3.500l3 3.500h-10`,
};
const CLASSES: Readonly<Record<Lane, string>> = {
  axis: "kill-axis",
  allies: "kill-allies",
  other: "cross",
  objective: "pennant",
};

/** Axis a diamond, Allies a block, other deaths a cross, objectives a pennant. */
const Mark = (props: { readonly lane: Lane; readonly x: number; readonly y: number }) => (
  <path class={CLASSES[props.lane]} d={SHAPES[props.lane](props.x, props.y)} />
);

const MomentTable = (props: { readonly round: number; readonly moments: readonly Moment[] }) => (
  <section
    class="tscroll moment-table"
    tabindex="0"
    aria-label={`Moments of round ${props.round}, scrolls`}
  >
    <table>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col" class="l">
            What happened
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.moments}>
          {(moment) => (
            <tr>
              <th scope="row" class="num">
                {clock(moment.atMs / 1000)}
              </th>
              <td class="l">
                <MomentLine moment={moment} />
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </section>
);

function sentence(round: RoundOfEvents): string {
  const kills = (lane: Lane) => round.kills.filter((kill) => killMoment(kill).lane === lane).length;
  const counts = `Axis ${plural(kills("axis"), "kill")}, Allies ${plural(kills("allies"), "kill")}, ${plural(round.revives.length, "revive")}.`;
  return `${counts} Point at the drawing or move the slider below it to read each moment.`;
}
