import { BarChart, HeatmapChart, LineChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
} from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { ChartShape } from "./chart.tsx";

use([
  AriaComponent,
  BarChart,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  LineChart,
  SVGRenderer,
  TooltipComponent,
  VisualMapComponent,
]);

/** Draws into an element and keeps to its width; the returned function takes the picture away. */
export function draw(
  element: HTMLElement,
  shape: ChartShape,
  format: (value: number) => string,
): () => void {
  const chart = init(element, undefined, { renderer: "svg" });
  chart.setOption(optionOf(shape, format, coloursOf(element)));
  const watcher = new ResizeObserver(() => chart.resize());
  watcher.observe(element);
  return () => {
    watcher.disconnect();
    chart.dispose();
  };
}

type Colours = ReturnType<typeof coloursOf>;

function coloursOf(element: HTMLElement) {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: of("--ink-soft"),
    line: of("--line"),
    paper: of("--paper-raised"),
    // Good to late: celadon to indigo, ochre at the turn.
    ageing: [of("--celadon"), of("--ochre"), of("--indigo"), of("--ink-faint"), of("--cinnabar")],
    wash: of("--celadon-wash"),
    font: style.fontFamily,
  };
}

function optionOf(
  shape: ChartShape,
  format: (value: number) => string,
  colours: Colours,
): EChartsCoreOption {
  const axis = {
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    axisLabel: { color: colours.ink, hideOverlap: true },
    splitLine: { lineStyle: { color: colours.line } },
  };
  const shared = {
    animationDuration: 180,
    textStyle: { fontFamily: colours.font, color: colours.ink },
    tooltip: {
      trigger: shape.kind === "heat" ? "item" : "axis",
      valueFormatter: (value: unknown) => (typeof value === "number" ? format(value) : "–"),
      confine: true,
    },
    grid: { left: 8, right: 12, top: 36, bottom: 8, containLabel: true },
    aria: { enabled: true, decal: { show: shape.kind === "stacked" } },
  };
  if (shape.kind === "heat") {
    const cells = shape.values.flatMap((row, y) => row.map((value, x) => [x, y, value ?? "-"]));
    const max = Math.max(...shape.values.flat().map((it) => it ?? 0), 1e-9);
    return {
      ...shared,
      grid: { ...shared.grid, top: 8 },
      xAxis: { type: "category", data: [...shape.categories], ...axis, splitLine: { show: false } },
      yAxis: {
        type: "category",
        data: [...shape.rows],
        inverse: true,
        ...axis,
        splitLine: { show: false },
      },
      visualMap: {
        show: false,
        min: 0,
        max,
        inRange: { color: [colours.wash, colours.ageing[0], colours.ageing[1], colours.ageing[2]] },
      },
      series: [
        {
          type: "heatmap",
          data: cells,
          label: {
            show: true,
            formatter: ({ value }: { value: unknown }) =>
              Array.isArray(value) && typeof value[2] === "number" ? format(value[2]) : "",
          },
          itemStyle: { borderColor: colours.paper, borderWidth: 2 },
        },
      ],
    };
  }
  return {
    ...shared,
    color: colours.ageing,
    legend: {
      show: shape.series.length > 1,
      top: 0,
      left: 0,
      icon: "roundRect",
      itemHeight: 8,
      itemWidth: 14,
      textStyle: { color: colours.ink },
    },
    xAxis: { type: "category", data: [...shape.categories], ...axis },
    yAxis: {
      type: "value",
      ...axis,
      axisLine: { show: false },
      axisLabel: { ...axis.axisLabel, formatter: format },
    },
    series: shape.series.map((it) => ({
      name: it.name,
      data: [...it.values],
      type: shape.kind === "line" ? "line" : "bar",
      ...(shape.kind === "stacked" ? { stack: "all" } : {}),
      ...(shape.kind === "line" ? { symbolSize: 5, lineStyle: { width: 2 } } : { barMaxWidth: 28 }),
    })),
  };
}
