import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from "echarts/charts";
import {
  GridComponent,
  type GridComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from "echarts/components";
import { type ComposeOption, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([LineChart, BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

/** What the charts of these pages can be made of. */
export type ChartOption = ComposeOption<
  LineSeriesOption | BarSeriesOption | GridComponentOption | TooltipComponentOption
>;

/** A chart on the page. */
export interface DrawnChart {
  set(option: ChartOption): void;
  resize(): void;
  dispose(): void;
}

/** Draws a chart into an element that has a size. */
export function drawChart(place: HTMLElement, option: ChartOption): DrawnChart {
  const chart = init(place, null, { renderer: "canvas" });
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const common: ChartOption = {
    animation: !still,
    animationDuration: 240,
    backgroundColor: "transparent",
    textStyle: { fontFamily: '"Public Sans", sans-serif', fontSize: 12 },
  };
  const set = (wanted: ChartOption) =>
    chart.setOption({ ...common, ...wanted }, { notMerge: true });
  set(option);
  return { set, resize: () => chart.resize(), dispose: () => chart.dispose() };
}
