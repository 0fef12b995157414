import { prefix } from "../../envs/names";
import type { Environment } from "../../envs/schema";
import { FUNCTION_NAMES, type FunctionName } from "../../handlers/functions";
import { missedQueueName, scheduleOf } from "../function-schedule";
import { brokerIds } from "../streaming/brokers";
import type { MetricSources } from "./metric";

/** Names that only a deployment knows, or that other stacks' outputs give so that Terraform sees the dependencies. */
export interface DeployedNames {
  readonly clusterName: string;
  readonly applicationName: string;
  readonly streamName: string;
  readonly functions: Readonly<Record<FunctionName, string>>;
  /** UUID of the event source mapping that feeds feature-store. */
  readonly featureSourceId: string;
}

/**
 * What reports metrics in an environment, by the names that the stacks give.
 *
 * @param deployed Names to use in place of these, such as other stacks' outputs.
 * @param first First part of every name. Default: the environment's.
 */
export function metricSources(
  environment: Environment,
  deployed: Partial<DeployedNames> & Pick<DeployedNames, "featureSourceId">,
  first = prefix(environment),
): MetricSources {
  const { input, output, dlq } = environment.kafka.topics;
  const resourceName = (part: string) => `${first}-${part}`;
  const scheduled = FUNCTION_NAMES.filter((name) => scheduleOf(environment, name));
  return {
    clusterName: resourceName("kafka"),
    brokerIds: brokerIds(environment.kafka),
    topics: { input: input.name, output: output.name, dlq: dlq.name },
    groups: { job: resourceName("aggregator"), features: resourceName("feature-store") },
    applicationName: resourceName("aggregator"),
    streamName: resourceName("aggregates"),
    functions: byName(FUNCTION_NAMES, resourceName),
    missed: byName(scheduled, (name) => missedQueueName(first, name)),
    namespace: first,
    ...deployed,
  };
}

const byName = <Name extends FunctionName>(names: readonly Name[], value: (name: Name) => string) =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, string>;
