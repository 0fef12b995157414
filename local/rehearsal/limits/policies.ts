import type { Limit } from "./limit";
import { structureOf, textOf, unless } from "./limit";

/** Where a request carries a policy, of which kind, and how long it may be. */
export interface PolicyPlace {
  readonly kind: "identity" | "trust" | "resource" | "endpoint";
  readonly member: readonly string[];
  readonly limit: number;
  /** Whether white space counts. */
  readonly squeezed?: boolean;
  readonly source: string;
  /** Member and value that tell that a policy is meant, where the operation carries other things too. */
  readonly when?: readonly [string, string];
}

const IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";
const KMS = "https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html";
const S3 = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html";
const VPC = "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html";
const SNS = "https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html";
const SQS = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html";
const MSK = "https://docs.aws.amazon.com/msk/1.0/apireference/clusters-clusterarn-policy.html";

export const POLICY_PLACES: Readonly<Record<string, PolicyPlace>> = {
  "iam:CreatePolicy": { kind: "identity", member: ["PolicyDocument"], limit: 6144, squeezed: true, source: IAM },
  "iam:CreatePolicyVersion": { kind: "identity", member: ["PolicyDocument"], limit: 6144, squeezed: true, source: IAM },
  "iam:PutRolePolicy": { kind: "identity", member: ["PolicyDocument"], limit: 10240, squeezed: true, source: IAM },
  "iam:CreateRole": { kind: "trust", member: ["AssumeRolePolicyDocument"], limit: 2048, squeezed: true, source: IAM },
  "iam:UpdateAssumeRolePolicy": { kind: "trust", member: ["PolicyDocument"], limit: 2048, squeezed: true, source: IAM },
  "kms:CreateKey": { kind: "resource", member: ["Policy"], limit: 32768, source: KMS },
  "kms:PutKeyPolicy": { kind: "resource", member: ["Policy"], limit: 32768, source: KMS },
  "s3:PutBucketPolicy": { kind: "resource", member: ["Policy"], limit: 20480, source: S3 },
  "sqs:SetQueueAttributes": { kind: "resource", member: ["Attributes", "Policy"], limit: 20480, source: SQS },
  "sns:SetTopicAttributes": {
    kind: "resource",
    member: ["AttributeValue"],
    limit: 30720,
    source: SNS,
    when: ["AttributeName", "Policy"],
  },
  "kafka:PutClusterPolicy": { kind: "resource", member: ["Policy"], limit: 20480, source: MSK },
  "ec2:CreateVpcEndpoint": { kind: "endpoint", member: ["PolicyDocument"], limit: 20480, source: VPC },
  "ec2:ModifyVpcEndpoint": { kind: "endpoint", member: ["PolicyDocument"], limit: 20480, source: VPC },
};

/** The policy that a request carries, as text; empty when there is none. */
export function policyIn(call: string, parameters: Readonly<Record<string, unknown>>): string {
  const place = POLICY_PLACES[call];
  if (!place || (place.when && parameters[place.when[0]] !== place.when[1])) return "";
  const path = [...place.member];
  const last = path.pop() as string;
  return textOf(structureOf(parameters, ...path), last);
}

export const policies: readonly Limit[] = Object.entries(POLICY_PLACES).map(([call, { limit, squeezed, source }]) => ({
  rule: `a policy has at most ${limit} ${squeezed ? "characters, white space left out" : "bytes"}`,
  source,
  of: [call],
  problems: (parameters) => {
    const text = policyIn(call, parameters);
    const size = squeezed ? text.replace(/\s/g, "").length : Buffer.byteLength(text);
    return unless(size <= limit, size);
  },
}));
