import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { COMMON_METRICS, type FunctionDefinition, type FunctionMetric } from "./function";

export type { Logger } from "@aws-lambda-powertools/logger";

/** What an invocation measured, by metric. */
export type Measurements<Metric extends string> = Readonly<Partial<Record<Metric, number>>>;

/** Where a function writes its log lines and metrics: its own, and those of every function. */
export interface Telemetry<Metric extends string> {
  readonly logger: Logger;
  /** Adds up until `flush`. */
  record(common: Readonly<Record<keyof typeof COMMON_METRICS, number>>, own?: Measurements<Metric>): void;
  flush(): void;
}

/** JSON log lines and EMF metrics, named by the POWERTOOLS_* variables (https://docs.aws.amazon.com/powertools/typescript/). */
export function telemetry<D extends FunctionDefinition>(definition: D): Telemetry<keyof D["metrics"] & string> {
  const known: Readonly<Record<string, FunctionMetric>> = { ...COMMON_METRICS, ...definition.metrics };
  const logger = new Logger();
  const metrics = new Metrics();
  return {
    logger,
    record(common, own) {
      for (const [name, value] of Object.entries({ ...common, ...own }))
        metrics.addMetric(name, known[name]!.unit, value);
    },
    flush: () => metrics.publishStoredMetrics(),
  };
}
