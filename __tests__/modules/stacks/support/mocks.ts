import { Model } from "../../../../guardrails/model";
import { manifest, stackJson } from "../../../support/stacks";

const model = new Model(Object.fromEntries(Object.keys(manifest).map((id) => [id, stackJson(id)])));
const ACCOUNT = "123456789012";
const hcl = (value: unknown): string => JSON.stringify(value).replaceAll("${", "$${");

/** Data that other arguments are made from, so that random text will not do. */
const DATA = {
  // The first zone is one that MSK refuses.
  aws_availability_zones: {
    names: ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"],
    zone_ids: ["use1-az3", "use1-az1", "use1-az2", "use1-az4"],
  },
  aws_caller_identity: { account_id: ACCOUNT },
  aws_iam_policy_document: { json: "{}" },
  aws_partition: { partition: "aws", dns_suffix: "amazonaws.com", reverse_dns_prefix: "com.amazonaws" },
  aws_region: { name: "us-east-1", region: "us-east-1" },
  aws_vpc_endpoint_service: { availability_zones: ["us-east-1b", "us-east-1c", "us-east-1d"] },
};

/** Types whose ARN the provider checks where it is used. */
const ARNS: Readonly<Record<string, string>> = {
  aws_cloudwatch_log_group: "logs",
  aws_cloudwatch_log_stream: "logs",
  aws_flow_log: "ec2",
  aws_iam_policy: "iam",
  aws_iam_role: "iam",
  aws_kms_key: "kms",
  aws_lambda_function: "lambda",
  aws_msk_cluster: "kafka",
  aws_msk_configuration: "kafka",
  aws_msk_serverless_cluster: "kafka",
  aws_s3_bucket: "s3",
  aws_sagemaker_feature_group: "sagemaker",
  aws_sns_topic: "sns",
  aws_sqs_queue: "sqs",
};

const arn = (type: string): string => `arn:aws:${ARNS[type] ?? "made"}:us-east-1:${ACCOUNT}:${type}/made/up`;

/** A value of the kind that another stack's output has: a list of what a loop made or one of them, an ARN, or a name. */
function madeUp(reference: string, id: string): unknown {
  const value = String(model.follow(reference, id).value);
  if (value.includes("[*]")) return ["one", "two", "three"];
  // Of the instances of a loop, the one that a condition chooses.
  if (value.includes("[for ")) return ["one"];
  const [, type, attribute] = /\$\{(?:data\.)?(\w+)\..*?\.?(\w+)\}$/.exec(value) ?? [];
  if (attribute === "cidr_block") return "10.0.0.0/16";
  return attribute?.endsWith("arn") ? arn(type!) : `made-up-${attribute}`;
}

/** What the stack reads of each other stack: names of outputs by data source. */
function remoteOutputs(id: string): Record<string, Record<string, unknown>> {
  const found: Record<string, Record<string, unknown>> = {};
  const text = JSON.stringify(stackJson(id));
  for (const [, source, output] of text.matchAll(/data\.terraform_remote_state\.([\w-]+)\.outputs\.([\w-]+)/g)) {
    const value = madeUp(`\${data.terraform_remote_state.${source}.outputs.${output}}`, id);
    found[source!] = { ...found[source!], [output!]: value };
  }
  return found;
}

/** A Terraform test that applies the stack against a made-up AWS and made-up outputs of the stacks before it. */
export function mockedApply(id: string): string {
  const data = Object.entries(DATA).map(
    ([type, values]) => `  mock_data "${type}" {\n    defaults = ${hcl(values)}\n  }\n`,
  );
  const arns = Object.keys(ARNS).map(
    (type) => `  mock_resource "${type}" {\n    defaults = ${hcl({ arn: arn(type) })}\n  }\n`,
  );
  const states = Object.entries(remoteOutputs(id)).map(
    ([source, outputs]) =>
      `override_data {\n  target = data.terraform_remote_state.${source}\n  values = ${hcl({ outputs })}\n}\n`,
  );
  return `mock_provider "aws" {\n${data.join("")}${arns.join("")}}\n${states.join("")}run "apply" {\n  command = apply\n}\n`;
}
