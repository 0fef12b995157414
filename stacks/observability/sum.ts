import type { Metric } from "./metric";

/** Metrics by their ids in an expression, each reported as one, and the expression over them. */
export interface Expression {
  readonly expression: string;
  readonly metrics: Readonly<Record<string, Metric>>;
}

/**
 * The same expression over metrics that AWS reports: one that comes in several parts is added up, a part without data counting as nothing
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html). A single part is taken as it is: if it is missing, the
 * alarm's treatMissingData decides, and a point that comes late is not taken for 0.
 */
export function overReported({ expression, metrics }: Expression): Expression {
  return {
    expression: expression.replace(/\b[a-z]\w*\b/g, (id) => (metrics[id] ? sumOf(id, metrics[id]) : id)),
    metrics: Object.assign({}, ...Object.entries(metrics).map(([id, metric]) => partsOf(id, metric))),
  };
}

function partsOf(id: string, { parts, ...metric }: Metric): Record<string, Metric> {
  if (!parts) return { [id]: metric };
  return Object.fromEntries(
    parts.map((part, index) => [`${id}${index + 1}`, { ...metric, dimensions: { ...metric.dimensions, ...part } }]),
  );
}

function sumOf(id: string, { parts }: Metric): string {
  if (!parts) return id;
  if (parts.length === 1) return `${id}1`;
  return `(${parts.map((_, index) => `FILL(${id}${index + 1}, 0)`).join(" + ")})`;
}
