import type { Metric } from "./metric";
import { overReported } from "./sum";

/** Columns of a dashboard (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html). */
const COLUMNS = 24;
const WIDGET = { width: 8, height: 6 } as const;

/** A graph: a title, and the metrics in it. */
export interface Graph {
  readonly title: string;
  readonly metrics: readonly Metric[];
}

type Row = readonly unknown[];

const row = ({ namespace, name, dimensions }: Metric, options: object): Row => [
  namespace,
  name,
  ...Object.entries(dimensions).flat(),
  options,
];

/** A metric's line; one that comes in parts is their sum, for which the parts are there unseen. */
function rows(metric: Metric, index: number): Row[] {
  const { statistic: stat, label } = metric;
  if ((metric.parts?.length ?? 1) === 1) return [row(metric, { stat, label })];
  const { expression, metrics } = overReported({ expression: `m${index}p`, metrics: { [`m${index}p`]: metric } });
  const parts = Object.entries(metrics).map(([id, part]) => row(part, { stat, id, visible: false }));
  return [[{ expression, label, id: `m${index}` }], ...parts];
}

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
      metrics: metrics.flatMap(rows),
    },
  }));
  return JSON.stringify({ widgets });
}
