import { isSet, type Rule } from "../rule";
import { allowed, isResourcePolicy, type Statement } from "./statements";

const DOCUMENT = ["data.aws_iam_policy_document"];

const NETWORK_INTERFACES = "Network interfaces do not exist yet when the right to make them is given.";
const NO_RESOURCE_TYPE = "The service authorization reference names no resource type for it.";

/**
 * Actions for which AWS has no resource-level permission, or none that can be named beforehand, each with the reason.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const WITHOUT_RESOURCE: Readonly<Record<string, string>> = {
  "ec2:AssignPrivateIpAddresses": NETWORK_INTERFACES,
  "ec2:CreateNetworkInterface": NETWORK_INTERFACES,
  "ec2:CreateNetworkInterfacePermission": NETWORK_INTERFACES,
  "ec2:DeleteNetworkInterface": NETWORK_INTERFACES,
  "ec2:UnassignPrivateIpAddresses": NETWORK_INTERFACES,
  "ec2:DescribeDhcpOptions": NO_RESOURCE_TYPE,
  "ec2:DescribeNetworkInterfaces": NO_RESOURCE_TYPE,
  "ec2:DescribeSecurityGroups": NO_RESOURCE_TYPE,
  "ec2:DescribeSubnets": NO_RESOURCE_TYPE,
  "ec2:DescribeVpcs": NO_RESOURCE_TYPE,
  "kafka:GetBootstrapBrokers": NO_RESOURCE_TYPE,
  "logs:DescribeLogGroups": NO_RESOURCE_TYPE,
  "ssm:UpdateInstanceInformation": "An agent's instance registers itself.",
  "ssmmessages:CreateControlChannel": NO_RESOURCE_TYPE,
  "ssmmessages:CreateDataChannel": NO_RESOURCE_TYPE,
  "ssmmessages:OpenControlChannel": NO_RESOURCE_TYPE,
  "ssmmessages:OpenDataChannel": NO_RESOURCE_TYPE,
  "xray:PutTelemetryRecords": NO_RESOURCE_TYPE,
  "xray:PutTraceSegments": NO_RESOURCE_TYPE,
};

/** Services that send neither aws:SourceAccount nor aws:SourceArn when they assume a role. */
const SEND_NO_SOURCE = new Set(["ec2.amazonaws.com"]);

/** Context keys that keep a service from acting for somebody else: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
const SOURCE_KEYS = ["aws:SourceAccount", "aws:SourceArn", "kms:EncryptionContext:aws:logs:arn"];

/** `*`, or an ARN that names a service but nothing of it, such as `arn:aws:s3:::*`. */
const isEverything = (resource: string): boolean => /^\*$|^arn(:[^:]*){4}:\*(\/\*)?$/.test(resource);

/** Services that prove on whose behalf they act by an external ID: https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#firehose-assume-role */
const SEND_EXTERNAL_ID = new Set(["firehose.amazonaws.com"]);

const usesSourceKey = ({ conditions }: Statement): boolean => conditions.some((key) => SOURCE_KEYS.includes(key));

/** Whether a service that a statement lets act names on whose behalf, or cannot. */
const isBound = (service: string, { conditions }: Statement): boolean =>
  SEND_NO_SOURCE.has(service) || (SEND_EXTERNAL_ID.has(service) && conditions.includes("sts:ExternalId"));

/** What roles may do, and who may assume them. */
export const iamRules: readonly Rule[] = [
  {
    id: "iam-resources",
    types: DOCUMENT,
    requirement: "must name resources, but for actions that have none",
    counterparts: ["AwsSolutions-IAM5"],
    check: ({ body }) =>
      allowed(body)
        .filter((statement) => !isResourcePolicy(statement) && statement.resources.some(isEverything))
        .flatMap(({ sid, actions }) =>
          actions.filter((action) => !WITHOUT_RESOURCE[action]).map((a) => `${sid}: ${a}`),
        ),
  },
  {
    id: "iam-actions",
    types: DOCUMENT,
    requirement: "must name actions, not give whole services",
    counterparts: ["AwsSolutions-IAM5", "NIST.800.53.R5-IAMPolicyNoStatementsWithAdminAccess"],
    check: ({ body }) =>
      allowed(body)
        .filter((statement) => !isResourcePolicy(statement))
        .flatMap(({ sid, actions }) => actions.filter((action) => /(^|:)\*$/.test(action)).map((a) => `${sid}: ${a}`)),
  },
  {
    id: "iam-service-principals",
    types: DOCUMENT,
    requirement: "must let a service act only for a source account or ARN",
    check: ({ body }) =>
      allowed(body)
        .filter((statement) => !usesSourceKey(statement))
        .flatMap((statement) =>
          statement.principals
            .filter(({ type }) => type === "Service")
            .flatMap(({ identifiers }) => identifiers.filter((service) => !isBound(service, statement)))
            .map((service) => `${statement.sid}: ${service}`),
        ),
  },
  {
    id: "iam-no-anonymous",
    types: DOCUMENT,
    requirement: "must not allow everyone without a condition",
    check: ({ body }) =>
      allowed(body)
        .filter(({ conditions }) => conditions.length === 0)
        .filter(({ principals }) => principals.some(({ identifiers }) => identifiers.includes("*")))
        .map(({ sid }) => sid),
  },
  {
    id: "iam-no-managed-by-aws",
    types: ["aws_iam_role_policy_attachment"],
    requirement: "must not attach a policy that AWS manages, because AWS may extend it",
    counterparts: ["AwsSolutions-IAM4"],
    check: ({ body }) => !/^arn:[^:]*:iam::aws:policy\//.test(String(body.policy_arn)),
  },
  {
    id: "iam-no-inline",
    types: ["aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"],
    requirement: "must be a managed policy, which can be reviewed by itself",
    counterparts: ["NIST.800.53.R5-IAMNoInlinePolicy"],
    check: () => false,
  },
  {
    id: "iam-role-no-inline",
    types: ["aws_iam_role"],
    requirement: "must have no inline policy and no managed_policy_arns",
    counterparts: ["NIST.800.53.R5-IAMNoInlinePolicy"],
    check: ({ body }) => !isSet(body.inline_policy) && !isSet(body.managed_policy_arns),
  },
  {
    id: "iam-no-users",
    types: ["aws_iam_user", "aws_iam_access_key"],
    requirement: "must be a role: keys of users do not expire",
    check: () => false,
  },
  {
    id: "iam-one-log-group",
    types: DOCUMENT,
    requirement: "must allow writing to one log group only",
    check: ({ body }) => {
      const writes = allowed(body).filter(({ actions }) => actions.includes("logs:PutLogEvents"));
      const groups = new Set(
        writes.flatMap(({ resources }) => resources).map((arn) => arn.replace(/(:log-stream:.*|:\*)$/, "")),
      );
      return groups.size < 2 && !groups.has("*");
    },
  },
];
