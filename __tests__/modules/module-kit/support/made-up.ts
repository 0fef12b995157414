import { literal } from "../../../../module-kit/hcl/expression";

const PLACE = "eu-west-1:123456789012";

/** ARNs that modules take, of the form that they insist on; any other is made up from the type's name. */
const ARNS: Readonly<Record<string, string>> = {
  aws_cloudwatch_log_group: `logs:${PLACE}:log-group:made-up`,
  aws_iam_policy: "iam::123456789012:policy/made-up",
  aws_iam_role: "iam::123456789012:role/made-up",
  aws_kms_key: `kms:${PLACE}:key/made-up`,
  aws_lambda_function: `lambda:${PLACE}:function:made-up`,
  aws_msk_cluster: `kafka:${PLACE}:cluster/made/up`,
  aws_msk_serverless_cluster: `kafka:${PLACE}:cluster/made/up`,
  aws_s3_bucket: "s3:::made-up",
  aws_sns_topic: `sns:${PLACE}:made-up`,
  aws_sqs_queue: `sqs:${PLACE}:made-up`,
};

/** Other values that arguments insist on the form of. */
const FORMS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  aws_availability_zones: {
    names: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
    zone_ids: ["euw1-az1", "euw1-az2", "euw1-az3"],
  },
  aws_caller_identity: { account_id: "123456789012" },
  aws_iam_policy_document: { json: "{}" },
  aws_partition: { partition: "aws" },
  aws_vpc_endpoint_service: { availability_zones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"] },
};

/** A mocked provider for a configuration of this text: every type of resource and data source in it gets an ARN. */
export function madeUpAws(text: string): string {
  const mocks = (["resource", "data"] as const).flatMap((kind) => {
    const types = new Set([...text.matchAll(new RegExp(`^${kind} "(\\w+)"`, "gm"))].map(([, type]) => String(type)));
    return [...types].sort().map((type) => `  mock_${kind} "${type}" {\n    defaults = ${values(type)}\n  }\n`);
  });
  return `mock_provider "aws" {\n${mocks.join("\n")}}\n`;
}

const values = (type: string) =>
  literal({ arn: `arn:aws:${ARNS[type] ?? `made:${PLACE}:${type}/up`}`, ...FORMS[type] }, "    ");
