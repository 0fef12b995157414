import type * as z from "zod";

/** What a function does with Kafka; the bundler leaves out of the client what the function never runs. */
export type KafkaUse = "produce" | "read" | "topics" | "replay";

/** A metric that a function publishes in CloudWatch's embedded metric format. */
export interface FunctionMetric {
  readonly unit: "Count" | "Milliseconds" | "Seconds" | "Percent";
  readonly description: string;
}

/** When EventBridge Scheduler invokes a function: at a fixed rate, or as the environment's setting says, which may be absent. */
export type FunctionSchedule =
  | { readonly expression: string }
  | { readonly setting: "producer.schedule" | "consumer.schedule" };

/**
 * All that is known of a function outside its code: the bundler, the stacks, dashboards, documents and tests read it here.
 * It is data, so that code that deploys it need not load what runs in it.
 */
export interface FunctionDefinition {
  /** Its environment variables. The stack that deploys it must give those without a default. */
  readonly settings: z.ZodObject;
  /** Seconds after which Lambda stops an invocation: 1 to 900 (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html). */
  readonly timeoutSeconds: number;
  /** Memory in MiB: 128 to 10,240; CPU grows with it. */
  readonly memoryMib: number;
  /** Invocations that may run at once. Default: the account's unreserved concurrency. */
  readonly reservedConcurrency?: number;
  /** Absent if it does not connect to Kafka. */
  readonly kafka?: KafkaUse;
  /** Absent if nothing invokes it on a schedule. */
  readonly schedule?: FunctionSchedule;
  /** What it publishes in addition to {@link COMMON_METRICS}, by name. */
  readonly metrics: Readonly<Record<string, FunctionMetric>>;
  /** Names of the alarms on it, or why nobody needs any. */
  readonly alarms: readonly string[] | { readonly none: string };
}

/** A function's definition, with the exact types of its settings and metrics. */
export const defineFunction = <const D extends FunctionDefinition>(definition: D): D => definition;

/** Metrics that every function publishes. */
export const COMMON_METRICS = {
  Invocations: { unit: "Count", description: "Invocations that started." },
  Failures: { unit: "Count", description: "Invocations that failed: 0 or 1 each." },
} as const satisfies Record<string, FunctionMetric>;

/** What Lambda itself sets (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime). */
type SetByLambda = "AWS_REGION";

/** Environment variables that a stack gives a function: what its settings read, as text. */
export type VariablesOf<D extends FunctionDefinition> = TextOf<Omit<z.input<D["settings"]>, SetByLambda>>;
type TextOf<T> = { readonly [Name in keyof T]: string };
