import type { Construct } from "constructs";
import type { MetricOf, Variables } from "../../../handlers/functions";
import type { MetricSources } from "../../../stacks/observability/metric";
import { ownMetric } from "../../../stacks/observability/metrics/own";
import { createFunction, type FunctionContext } from "../../../stacks/pipeline-function";

const complete: Variables<"consumer"> = { KAFKA_BOOTSTRAP_BROKERS: "b:9098", OUTPUT_TOPIC: "t", CONSUMER_GROUP: "g" };

/** Never called: `npm run typecheck` fails where a line marked as an error is none. */
function environments(scope: Construct, context: FunctionContext): void {
  const rest = { description: "…", policyArns: {} };
  createFunction(scope, "consumer", context, { ...rest, environment: complete });
  // @ts-expect-error A misspelt variable
  createFunction(scope, "consumer", context, { ...rest, environment: { ...complete, OUTPUT_TOPIK: "t" } });
  // @ts-expect-error A missing variable
  createFunction(scope, "consumer", context, { ...rest, environment: { OUTPUT_TOPIC: "t", CONSUMER_GROUP: "g" } });
  // @ts-expect-error Another function's variable
  createFunction(scope, "consumer", context, { ...rest, environment: { ...complete, INPUT_TOPIC: "t" } });
  // @ts-expect-error Lambda sets it
  createFunction(scope, "consumer", context, { ...rest, environment: { ...complete, AWS_REGION: "eu-west-1" } });
  // @ts-expect-error A value that is no text
  createFunction(scope, "consumer", context, { ...rest, environment: { ...complete, OUTPUT_TOPIC: 1 } });
}

/** Never called either. */
function metrics(sources: MetricSources): void {
  ownMetric(sources, "consumer", "RecordsRead", "Sum");
  // @ts-expect-error Another function's metric
  ownMetric(sources, "consumer", "RecordsProduced", "Sum");
}

test("variables with a default may be left out", () => {
  const least: Variables<"producer"> = { KAFKA_BOOTSTRAP_BROKERS: "b:9098", INPUT_TOPIC: "t" };
  const measured: MetricOf<"producer">[] = ["RecordsProduced", "ProduceDuration"];
  expect([Object.keys(least), measured].map(({ length }) => length)).toEqual([2, 2]);
  expect([environments, metrics]).toHaveLength(2);
});
