import type { Metric } from "./metric";

/** Columns of a dashboard (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html). */
const COLUMNS = 24;
const WIDGET = { width: 8, height: 6 } as const;

/** A graph: a title, and the metrics in it. */
export interface Graph {
  readonly title: string;
  readonly metrics: readonly Metric[];
}

const dimensions = (metric: Metric) => Object.entries(metric.dimensions).flat();

/** Body of a dashboard: the graphs from left to right, three a row. */
export function dashboardBody(region: string, graphs: readonly Graph[]): string {
  const perRow = COLUMNS / WIDGET.width;
  const widgets = graphs.map(({ title, metrics }, index) => ({
    type: "metric",
    x: (index % perRow) * WIDGET.width,
    y: Math.floor(index / perRow) * WIDGET.height,
    ...WIDGET,
    properties: {
      title,
      region,
      view: "timeSeries",
      period: 60,
      metrics: metrics.map((metric) => [
        metric.namespace,
        metric.name,
        ...dimensions(metric),
        { stat: metric.statistic, label: metric.label },
      ]),
    },
  }));
  return JSON.stringify({ widgets });
}
