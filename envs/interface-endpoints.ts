import type { Environment } from "./schema";

/** Which services a part of the pipeline calls from private subnets. */
const CALLED_BY = {
  /** https://docs.aws.amazon.com/managed-flink/latest/java/vpc-internet.html */
  flink: ["logs", "monitoring"],
  featureFunctions: ["sagemaker.featurestore-runtime", "athena"],
  /** The agent has done without ec2messages since 3.3.40.0 (https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html). */
  bastion: ["ssm", "ssmmessages"],
} as const;

/**
 * Interface endpoints that the environment needs, by service suffix; none where egress is by NAT gateway.
 * The event source mappings' provisioned pollers need none.
 */
export function interfaceEndpoints(environment: Environment): string[] {
  if (environment.network.mode === "nat") return [];
  const { flink, featureFunctions, bastion } = CALLED_BY;
  return [...flink, ...featureFunctions, ...(environment.bastion ? bastion : [])].sort();
}
