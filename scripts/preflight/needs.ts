import { App, type TerraformStack } from "cdktf";
import { interfaceEndpoints } from "../../envs/interface-endpoints";
import type { Environment } from "../../envs/schema";
import { expandStack, type StackJson } from "../../guardrails/expand";
import type { Resource } from "../../guardrails/resource";
import { FUNCTION_NAMES, type FunctionName } from "../../handlers/functions";
import { leaveOutTokenTraces } from "../../module-kit/stack-traces";
import { createPipeline } from "../../stacks/pipeline";

/** What an environment's stacks take from an account. */
export interface Needs {
  /** Invocations that functions reserve, by function. */
  readonly reservations: Readonly<Record<string, number>>;
  readonly vpcs: number;
  readonly elasticIps: number;
  /** Zones that subnets lie in. */
  readonly zones: number;
  /** IDs of the zones that the environment names; none where it leaves the choice. */
  readonly namedZones: readonly string[];
  /** What a zone must be to be chosen: the arguments of Terraform's `aws_availability_zones`. */
  readonly zoneChoice: ZoneChoice;
  /** Interface endpoints by their services' suffixes, such as `logs`. */
  readonly endpoints: readonly string[];
  readonly serverlessKafka: boolean;
  /** Services whose service-linked roles are used, such as `kafka.amazonaws.com`. */
  readonly serviceLinkedRoles: readonly string[];
}

export interface ZoneChoice {
  readonly state?: string;
  readonly filter?: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** Services that act by a service-linked role, by the type of the resource: https://docs.aws.amazon.com/msk/latest/developerguide/using-service-linked-roles.html */
const SERVICE_LINKED: Readonly<Record<string, string>> = {
  aws_msk_cluster: "kafka.amazonaws.com",
  aws_msk_serverless_cluster: "kafka.amazonaws.com",
};

/** Reads from the environment's stacks what they take; nothing is built for it, and nothing written. */
export function needsOf(environment: Environment): Needs {
  const all = resourcesOf(environment);
  const of = (type: string) => all.filter((resource) => resource.type === type);
  const reserved = of("aws_lambda_function").flatMap(({ body }): [string, number][] => {
    const count = Number(body.reserved_concurrent_executions ?? -1);
    return count > 0 ? [[String(body.function_name), count]] : [];
  });
  return {
    reservations: Object.fromEntries(reserved),
    vpcs: of("aws_vpc").length,
    elasticIps: of("aws_eip").length,
    zones: environment.network.azCount,
    namedZones: environment.network.zoneIds ?? [],
    zoneChoice: (of("data.aws_availability_zones")[0]?.body ?? {}) as ZoneChoice,
    endpoints: interfaceEndpoints(environment),
    serverlessKafka: of("aws_msk_serverless_cluster").length > 0,
    serviceLinkedRoles: [...new Set(all.flatMap(({ type }) => SERVICE_LINKED[type] ?? []))],
  };
}

function resourcesOf(environment: Environment): Resource[] {
  leaveOutTokenTraces();
  const app = new App({ skipValidation: true });
  // Any file will do for code that is only referred to.
  const functions = Object.fromEntries(FUNCTION_NAMES.map((name) => [name, __filename])) as Record<
    FunctionName,
    string
  >;
  createPipeline(app, environment, { functions, jar: __filename });
  const stacks = app.node.children as TerraformStack[];
  for (const stack of stacks) stack.prepareStack();
  return stacks.flatMap((stack) => expandStack(stack.node.id, stack.toTerraform() as StackJson));
}
