import { createMemo, For } from "solid-js";
import type { SessionReport } from "../api/report.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import type { ChartColours } from "../charts/colours.ts";
import type { ChartOption } from "../charts/draw.ts";
import { LazyChart } from "../charts/lazy-chart.tsx";
import { TeamLetter } from "../components/team-letter.tsx";
import { figure } from "../format/numbers.ts";
import { pacePoints, paceSentence } from "./pace.ts";
import { teamName } from "./teams.ts";

/** Damage by round: one line a team, over the rounds of a session. */
export const PaceChart = (props: { readonly report: SessionReport }) => {
  const points = createMemo(() => pacePoints(props.report));
  const says = () => paceSentence(props.report, points());
  const names = () =>
    [teamName(props.report.teamNames, "A"), teamName(props.report.teamNames, "B")] as const;
  /** The name at the end of a line; where both end close together, one goes up and one goes down. */
  const named = (slot: "A" | "B", color: string) => {
    const end = (of: "a" | "b") => points().findLast((point) => point[of] !== null)?.[of] ?? 0;
    const upper = end("a") >= end("b") ? "A" : "B";
    return {
      show: true,
      formatter: names()[slot === "A" ? 0 : 1],
      color,
      fontWeight: 700 as const,
      width: 70,
      overflow: "truncate" as const,
      distance: 8,
      offset: [0, slot === upper ? -5 : 5],
    };
  };
  const option = (colours: ChartColours): ChartOption => ({
    grid: { left: 40, right: 82, top: 12, bottom: 26 },
    tooltip: {
      trigger: "axis",
      // Drawn into the picture: the content policy allows no styles in markup.
      renderMode: "richText",
      backgroundColor: colours.raised,
      borderColor: colours.lineStrong,
      borderRadius: 2,
      textStyle: { color: colours.text, fontSize: 13 },
      valueFormatter: (value) => (typeof value === "number" ? `${figure(value)} HP/min` : "–"),
    },
    xAxis: {
      type: "category",
      data: points().map(({ label }) => label),
      axisLine: { lineStyle: { color: colours.lineStrong } },
      axisTick: { show: false },
      axisLabel: { color: colours.text2, hideOverlap: true, interval: "auto" },
    },
    yAxis: {
      type: "value",
      scale: true,
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { color: colours.text2 },
    },
    series: [
      {
        name: names()[0],
        type: "line",
        data: points().map(({ a }) => a),
        symbol: "circle",
        symbolSize: 7,
        color: colours.teamA,
        endLabel: named("A", colours.teamA),
        lineStyle: { width: 2.5 },
      },
      {
        name: names()[1],
        type: "line",
        data: points().map(({ b }) => b),
        symbol: "rect",
        symbolSize: 7,
        color: colours.teamB,
        endLabel: named("B", colours.teamB),
        lineStyle: { width: 2.5, type: [6, 3] },
      },
    ],
  });
  return (
    <ChartFigure
      title="Team damage"
      unit="HP a minute and player, each round"
      says={says()}
      chart={<LazyChart label={says()} option={option} />}
      legend={
        <>
          <span>
            <TeamLetter team="A" small /> {names()[0]}: solid, dots
          </span>
          <span>
            <TeamLetter team="B" small /> {names()[1]}: dashed, squares
          </span>
        </>
      }
      table={
        <table>
          <caption class="vh">Team damage by round, HP a minute and player</caption>
          <thead>
            <tr>
              <th scope="col">Round</th>
              <th scope="col">{names()[0]}</th>
              <th scope="col">{names()[1]}</th>
            </tr>
          </thead>
          <tbody>
            <For each={points()}>
              {(point) => (
                <tr>
                  <th scope="row">
                    {point.map}, round {point.round}
                  </th>
                  <td>{point.a === null ? "–" : figure(point.a)}</td>
                  <td>{point.b === null ? "–" : figure(point.b)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      }
    />
  );
};
