import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { FUNCTION_METRICS, type FunctionMetric } from "../../contracts/function-metrics";

export type { Logger } from "@aws-lambda-powertools/logger";

/** What an invocation measured, by metric. */
export type Measurements = Partial<Record<FunctionMetric, number>>;

/** Where a function writes its log lines and metrics. */
export interface Telemetry {
  readonly logger: Logger;
  /** Adds up until `flush`. */
  record(measurements: Measurements): void;
  flush(): void;
}

/** JSON log lines and EMF metrics, named by the POWERTOOLS_* variables (https://docs.aws.amazon.com/powertools/typescript/). */
export function telemetry(): Telemetry {
  const logger = new Logger();
  const metrics = new Metrics();
  return {
    logger,
    record(measurements) {
      for (const [name, value] of Object.entries(measurements) as [FunctionMetric, number][])
        metrics.addMetric(name, FUNCTION_METRICS[name].unit, value);
    },
    flush: () => metrics.publishStoredMetrics(),
  };
}
