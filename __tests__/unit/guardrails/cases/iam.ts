import { type Cases, document, one, stack } from "./case";

const type = "data.aws_iam_policy_document";
const service = [{ type: "Service", identifiers: ["lambda.amazonaws.com"] }];
const firehose = [{ type: "Service", identifiers: ["firehose.amazonaws.com"] }];
const externalId = [{ test: "StringEquals", variable: "sts:ExternalId", values: ["1"] }];
const everyone = [{ type: "*", identifiers: ["*"] }];
const fromAccount = [{ test: "StringEquals", variable: "aws:SourceAccount", values: ["1"] }];
const assume = { actions: ["sts:AssumeRole"], principals: service };
const logs = (...resources: string[]) => document({ actions: ["logs:PutLogEvents"], resources });

export const iamCases: Cases = {
  "iam-resources": {
    good: [
      stack([type, "it", document({ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/*"] })]),
      stack([type, "it", document({ actions: ["ec2:DescribeVpcs", "xray:PutTraceSegments"], resources: ["*"] })]),
      stack([type, "it", document({ effect: "Deny", actions: ["s3:GetObject"], resources: ["*"] })]),
    ],
    bad: [
      stack([type, "it", document({ actions: ["s3:GetObject"], resources: ["*"] })]),
      stack([type, "it", document({ actions: ["ec2:DescribeVpcs", "s3:GetObject"], resources: ["*"] })]),
      stack([type, "it", document({ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::*"] })]),
    ],
  },
  "iam-actions": one(
    type,
    document({ actions: ["s3:Get*"], resources: ["r"] }),
    document({ actions: ["*"], resources: ["r"] }),
    document({ actions: ["s3:*"], resources: ["r"] }),
  ),
  "iam-service-principals": {
    good: [
      stack([type, "it", document({ ...assume, condition: fromAccount })]),
      stack([
        type,
        "it",
        document({ ...assume, principals: [{ type: "Service", identifiers: ["ec2.amazonaws.com"] }] }),
      ]),
      stack([type, "it", document({ ...assume, principals: firehose, condition: externalId })]),
    ],
    bad: [
      stack([type, "it", document(assume)]),
      stack([type, "it", document({ ...assume, condition: [{ variable: "aws:SourceVpc" }] })]),
      stack([type, "it", document({ ...assume, condition: externalId })]),
      stack([type, "it", document({ ...assume, principals: firehose })]),
    ],
  },
  "iam-no-anonymous": one(
    type,
    document({ actions: ["s3:GetObject"], principals: everyone, condition: [{ variable: "aws:PrincipalAccount" }] }),
    document({ actions: ["s3:GetObject"], principals: everyone }),
  ),
  "iam-no-managed-by-aws": one(
    "aws_iam_role_policy_attachment",
    { policy_arn: "${aws_iam_policy.x.arn}" },
    { policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess" },
  ),
  "iam-no-inline": { good: [stack(["aws_iam_policy", "it", {}])], bad: [stack(["aws_iam_role_policy", "it", {}])] },
  "iam-role-no-inline": one("aws_iam_role", {}, { inline_policy: [{ name: "n" }] }, { managed_policy_arns: ["a"] }),
  "iam-no-users": { good: [stack(["aws_iam_role", "it", {}])], bad: [stack(["aws_iam_access_key", "it", {}])] },
  "iam-one-log-group": {
    good: [stack([type, "it", logs("${aws_cloudwatch_log_group.a.arn}", "${aws_cloudwatch_log_group.a.arn}:*")])],
    bad: [
      stack([type, "it", logs("*")]),
      stack([type, "it", logs("${aws_cloudwatch_log_group.a.arn}:*", "${aws_cloudwatch_log_group.b.arn}:*")]),
    ],
  },
};
