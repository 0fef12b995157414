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

/** Alarms whose states are shown above the graphs, by ARN (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html). */
export type AlarmStates = readonly string[];

/** Rows of the grid that the states of alarms take: 100 at most are shown. */
const STATES_HEIGHT = 6;

/** What a dashboard shows when it is opened: as far back as a shift. */
const START = "-PT8H";

type Row = readonly unknown[];

const row = ({ namespace, name, dimensions }: Metric, options: object): Row => [
  namespace,
  name,
  ...Object.entries(dimensions).flat(),
  options,
];

/** A metric's line; one that comes in parts is their sum, for which the parts are there unseen. */
function rows(metric: Metric, index: number): Row[] {
  const { statistic: stat, label, period, samplesPerMinute } = metric;
  if (samplesPerMinute) {
    const expression = `m${index}p / (${samplesPerMinute} * PERIOD(m${index}p) / 60)`;
    return [[{ expression, label, id: `m${index}` }], row(metric, { stat, id: `m${index}p`, visible: false })];
  }
  if ((metric.parts?.length ?? 1) === 1) return [row(metric, { stat, label, ...(period && { period }) })];
  const { expression, metrics } = overReported({ expression: `m${index}p`, metrics: { [`m${index}p`]: metric } });
  const parts = Object.entries(metrics).map(([id, part]) => row(part, { stat, id, visible: false }));
  return [[{ expression, label, id: `m${index}` }], ...parts];
}

/** Body of a dashboard: the states of alarms, if any, then the graphs from left to right, three in a row. */
export function dashboardBody(region: string, graphs: readonly Graph[], alarmArns: AlarmStates = []): string {
  const top = alarmArns.length > 0 ? STATES_HEIGHT : 0;
  const states = {
    ...{ type: "alarm", x: 0, y: 0, width: COLUMNS, height: STATES_HEIGHT },
    properties: { title: "Alarms", alarms: alarmArns },
  };
  const perRow = COLUMNS / WIDGET.width;
  const widgets = graphs.map(({ title, metrics }, index) => ({
    type: "metric",
    x: (index % perRow) * WIDGET.width,
    y: top + Math.floor(index / perRow) * WIDGET.height,
    ...WIDGET,
    properties: {
      title,
      region,
      view: "timeSeries",
      period: 60,
      metrics: metrics.flatMap(rows),
    },
  }));
  // "inherit" keeps each graph's period, whatever the range of time that is looked at.
  return JSON.stringify({ start: START, periodOverride: "inherit", widgets: top > 0 ? [states, ...widgets] : widgets });
}
