import { createUniqueId, For, Show } from "solid-js";
import type { ReportMatch } from "../api/report.ts";
import { type FrontBox, frontShape } from "../session/front-shape.ts";
import { standsOf } from "../session/lead.ts";
import { cut, shortMap } from "../session/short-map.ts";
import { teamName } from "../session/teams.ts";

import { ByWidth } from "./by-width.tsx";

interface Drawing extends FrontBox {
  readonly width: number;
  readonly height: number;
  readonly wide: boolean;
}

const WIDE: Drawing = {
  width: 640,
  height: 220,
  left: 64,
  right: 630,
  top: 34,
  bottom: 194,
  wide: true,
};
const NARROW: Drawing = {
  width: 316,
  height: 170,
  left: 34,
  right: 306,
  top: 30,
  bottom: 148,
  wide: false,
};

/** Width of a letter of the labels, about. */
const LETTER = 6.4;

/** The front: how the lead moved, map by map. A's side is up, B's down. */
export const Front = (props: {
  readonly matches: readonly ReportMatch[];
  readonly teamNames: readonly string[];
  /** What the drawing shows, in a sentence. */
  readonly says: string;
}) => (
  <figure class="chart">
    <figcaption>
      <b>The front</b>
      <span class="unit">lead in points after each map</span>
      <span class="says">{props.says}</span>
    </figcaption>
    <ByWidth
      wide={() => <Picture drawing={WIDE} matches={props.matches} teamNames={props.teamNames} />}
      narrow={() => (
        <Picture drawing={NARROW} matches={props.matches} teamNames={props.teamNames} />
      )}
    />
  </figure>
);

const Picture = (props: {
  readonly drawing: Drawing;
  readonly matches: readonly ReportMatch[];
  readonly teamNames: readonly string[];
}) => {
  const id = createUniqueId();
  const box = props.drawing;
  const stands = () => standsOf(props.matches);
  const shape = () =>
    frontShape(
      stands().map(({ lead }) => lead),
      box,
    );
  const step = () => (box.right - box.left) / Math.max(1, stands().length);
  const letters = () => Math.floor(step() / LETTER);
  const label = (map: string, i: number) =>
    box.wide && letters() >= 6 ? cut(shortMap(map), letters()) : `${i + 1}`;
  const edge = (slot: "A" | "B") => (box.wide ? cut(teamName(props.teamNames, slot), 6) : slot);
  const grid = () =>
    Array.from({ length: 2 * shape().reach + 1 }, (_, i) => i - shape().reach).filter(
      (lead) => lead !== 0 && (shape().reach <= 4 || lead % 2 === 0),
    );
  return (
    <svg viewBox={`0 0 ${box.width} ${box.height}`} aria-hidden="true">
      <defs>
        <pattern
          id={`${id}-a`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path class="hatch-a" d="M0 0v6" stroke-width="2.5" />
        </pattern>
        <pattern
          id={`${id}-b`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <path class="hatch-b" d="M0 0v6" stroke-width="2.5" />
        </pattern>
      </defs>
      <For each={grid()}>
        {(lead) => (
          <line
            class="grid"
            x1={box.left}
            x2={box.right}
            y1={shape().y(lead)}
            y2={shape().y(lead)}
          />
        )}
      </For>
      <line class="zero" x1={box.left} x2={box.right} y1={shape().zero} y2={shape().zero} />
      <path d={shape().areaA} fill={`url(#${id}-a)`} />
      <path d={shape().areaB} fill={`url(#${id}-b)`} />
      <path class="lead" d={shape().line} />
      <For each={stands()}>
        {(stand, i) => {
          const x = () => shape().centres[i()] ?? 0;
          return (
            <>
              <Show
                when={stand.match.winner === "A" || stand.match.winner === "B"}
                fallback={
                  <text class="strong" x={x()} y="14" text-anchor="middle">
                    =
                  </text>
                }
              >
                <path
                  class={stand.match.winner === "A" ? "fa" : "fb"}
                  d={
                    stand.match.winner === "A"
                      ? `M${x() - 8.5} 1h17v10.5l-6.5 6.5H${x() - 8.5}z`
                      : `M${x() - 8.5} 1h10.5l6.5 6.5v10.5H${x() - 8.5}z`
                  }
                />
                <text class="on-fill" x={x()} y="14" text-anchor="middle">
                  {stand.match.winner}
                </text>
              </Show>
              <text x={x()} y={box.height - 6} text-anchor="middle">
                {label(stand.match.map, i())}
              </text>
            </>
          );
        }}
      </For>
      <text x="0" y={box.top + 4}>
        {edge("A")} +{shape().reach}
      </text>
      <text x="0" y={shape().zero + 4}>
        level
      </text>
      <text x="0" y={box.bottom + 4}>
        {edge("B")} +{shape().reach}
      </text>
    </svg>
  );
};
