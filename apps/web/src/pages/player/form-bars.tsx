import { For, Show } from "solid-js";
import type { RecentRound } from "../../api/players.ts";
import { ByWidth } from "../../components/by-width.tsx";
import { shortDay } from "../../format/moments.ts";
import { figure } from "../../format/numbers.ts";

interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly bottom: number;
  readonly right: number;
}

const LEFT = 34;
const TOP = 14;
const WIDE: Drawing = { width: 640, height: 240, bottom: 202, right: 630 };
const NARROW: Drawing = { width: 328, height: 200, bottom: 162, right: 318 };

/** A step of the axis so that at most five lie below the highest value. */
function stepFor(highest: number): number {
  const step = [20, 50, 100, 200, 250, 500, 1000].find((one) => highest / one <= 5);
  return step ?? Math.ceil(highest / 5);
}

/** Damage a minute as bars, oldest at the left: won is filled, lost is an outline. */
export const FormBars = (props: {
  readonly rounds: readonly RecentRound[];
  readonly mean: number;
}) => (
  <ByWidth
    wide={() => <Picture drawing={WIDE} rounds={props.rounds} mean={props.mean} />}
    narrow={() => <Picture drawing={NARROW} rounds={props.rounds} mean={props.mean} />}
  />
);

const Picture = (props: {
  readonly drawing: Drawing;
  readonly rounds: readonly RecentRound[];
  readonly mean: number;
}) => {
  const box = props.drawing;
  const step = () => stepFor(Math.max(100, ...props.rounds.map(({ dpm }) => dpm)));
  const top = () => {
    const highest = Math.max(100, props.mean, ...props.rounds.map(({ dpm }) => dpm));
    return Math.ceil(highest / step()) * step();
  };
  const y = (value: number) => box.bottom - (value / top()) * (box.bottom - TOP);
  const slot = () => (box.right - LEFT) / Math.max(1, props.rounds.length);
  const centre = (i: number) => LEFT + slot() * (i + 0.5);
  const bar = () => Math.min(34, slot() * 0.56);
  const day = (round: RecentRound) => shortDay(round.end).replace(/^\w+ /, "");
  /** Where another evening begins, and which; those too near to the one before stay unnamed. */
  const evenings = () => {
    let free = 0;
    return props.rounds.flatMap((round, i) => {
      const before = props.rounds[i - 1];
      if (before && before.sessionId === round.sessionId) return [];
      const x = LEFT + slot() * i;
      const named = x >= free && x < box.right - 36;
      if (named) free = x + 46;
      return [{ x, text: named ? day(round) : "", first: i === 0 }];
    });
  };
  return (
    <svg viewBox={`0 0 ${box.width} ${box.height}`} aria-hidden="true">
      <For each={Array.from({ length: Math.round(top() / step()) + 1 }, (_, i) => i * step())}>
        {(value) => (
          <>
            <line
              class={value === 0 ? "zero" : "grid"}
              x1={LEFT}
              x2={box.right}
              y1={y(value)}
              y2={y(value)}
            />
            <text x={LEFT - 6} y={y(value) + 4} text-anchor="end">
              {figure(value)}
            </text>
          </>
        )}
      </For>
      <For each={evenings()}>
        {(evening) => (
          <>
            <Show when={!evening.first}>
              <line class="zero" x1={evening.x} x2={evening.x} y1={TOP} y2={box.height - 4} />
            </Show>
            <text x={evening.x + (evening.first ? 0 : 5)} y={box.height - 6}>
              {evening.text}
            </text>
          </>
        )}
      </For>
      <For each={props.rounds}>
        {(round, i) => (
          <>
            <rect
              class={round.won === true ? "bar-won" : "bar-lost"}
              x={centre(i()) - bar() / 2}
              y={y(round.dpm)}
              width={bar()}
              height={box.bottom - y(round.dpm)}
            />
            <text
              class="mark"
              classList={{ strong: round.won === true }}
              x={centre(i())}
              y={box.bottom + 16}
              text-anchor="middle"
            >
              {round.won === null ? "·" : round.won ? "W" : "L"}
            </text>
          </>
        )}
      </For>
      <line class="mean" x1={LEFT} x2={box.right} y1={y(props.mean)} y2={y(props.mean)} />
      <text class="strong halo" x={box.right} y={y(props.mean) - 6} text-anchor="end">
        mean {figure(props.mean)}
      </text>
    </svg>
  );
};
