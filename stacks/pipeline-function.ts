import { AssetType, TerraformAsset } from "cdktf";
import type { Construct } from "constructs";
import { prefix } from "../envs/names";
import type { Environment } from "../envs/schema";
import type { FunctionName } from "../handlers/bundle";
import { NodeFunction } from "../modules/function";
import type { Artifacts } from "./artifacts";
import type { NetworkStack } from "./network";

/** Where a function stands. */
export interface FunctionContext {
  readonly environment: Environment;
  readonly artifacts: Artifacts;
  readonly network: NetworkStack;
}

/** What one of the pipeline's functions needs beyond what they all have. */
export interface PipelineFunctionProps {
  readonly description: string;
  readonly timeoutSeconds: number;
  readonly memoryMib?: number;
  readonly reservedConcurrency?: number;
  readonly environment: Record<string, string>;
  /** What it may do, as `{name => ARN}` of policies. */
  readonly policyArns: Record<string, string>;
}

/** One of handlers/: in the VPC, with the pipeline's logging, metrics and retention. */
export function pipelineFunction(
  scope: Construct,
  name: FunctionName,
  { environment, artifacts, network }: FunctionContext,
  { environment: variables, ...props }: PipelineFunctionProps,
): NodeFunction {
  const id = name.replaceAll("-", "_");
  const code = new TerraformAsset(scope, `${id}_code`, { path: artifacts.functions[name], type: AssetType.FILE });
  return new NodeFunction(scope, id, {
    ...props,
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
