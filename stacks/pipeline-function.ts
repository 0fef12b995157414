import { AssetType, TerraformAsset } from "cdktf";
import type { Construct } from "constructs";
import { prefix } from "../envs/names";
import type { Environment } from "../envs/schema";
import { definitionOf, type FunctionName, type Variables } from "../handlers/functions";
import { NodeFunction } from "../modules/function";
import type { Artifacts } from "./artifacts";
import type { NetworkStack } from "./network";

/** Where a function stands. */
export interface FunctionContext {
  readonly environment: Environment;
  readonly artifacts: Artifacts;
  readonly network: NetworkStack;
}

/** What one of the pipeline's functions needs beyond its definition and what they all have. */
export interface PipelineFunctionProps<Name extends FunctionName> {
  readonly description: string;
  /** Exactly the variables that its settings read: a misspelt or missing one does not compile. */
  readonly environment: Variables<Name>;
  /** What it may do, as `{name => ARN}` of policies. */
  readonly policyArns: Record<string, string>;
}

/** One of handlers/: in the VPC, with the pipeline's logging, metrics and retention. */
export function createFunction<Name extends FunctionName>(
  scope: Construct,
  name: Name,
  { environment, artifacts, network }: FunctionContext,
  { environment: variables, ...props }: PipelineFunctionProps<Name>,
): NodeFunction {
  const { timeoutSeconds, memoryMib, reservedConcurrency } = definitionOf(name);
  const id = name.replaceAll("-", "_");
  const code = new TerraformAsset(scope, `${id}_code`, { path: artifacts.functions[name], type: AssetType.FILE });
  return new NodeFunction(scope, id, {
    ...props,
    ...{ timeoutSeconds, memoryMib, reservedConcurrency },
    name: `${prefix(environment)}-${name}`,
    packageFile: code.path,
    environment: {
      POWERTOOLS_SERVICE_NAME: name,
      POWERTOOLS_METRICS_NAMESPACE: prefix(environment),
      POWERTOOLS_LOG_LEVEL: "INFO",
      ...variables,
    },
    environmentKmsKeyArn: network.functionsKey.keyArn,
    subnetIds: network.network.privateSubnetIds,
    securityGroupIds: [network.groups.functions.securityGroupId],
    trustSourceAccount: environment.trust.sourceAccount.lambda,
    logRetentionDays: environment.retention.logDays,
    logKmsKeyArn: network.logsKey.keyArn,
  });
}
