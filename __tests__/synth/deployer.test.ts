import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expandStack } from "../../guardrails/expand";
import { environments, manifest, stackJson } from "../support/stacks";

interface Statement {
  readonly Sid: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

const DEPLOYMENT = readFileSync(resolve(__dirname, "..", "..", "docs", "DEPLOYMENT.md"), "utf8");
const statements: Statement[] = JSON.parse(/```json\n( *\{\n *"Version"[\s\S]*?)```/.exec(DEPLOYMENT)![1]!).Statement;
const statement = (sid: string) => statements.find(({ Sid }) => Sid === sid)!;

/** Prefixes of actions in IAM, by the beginning of a resource's type. */
const SERVICES: Readonly<Record<string, string>> = {
  athena: "athena",
  caller_identity: "sts",
  cloudwatch_log: "logs",
  cloudwatch: "cloudwatch",
  glue: "glue",
  kinesis_firehose: "firehose",
  kinesisanalyticsv2: "kinesisanalytics",
  kms: "kms",
  lambda: "lambda",
  msk: "kafka",
  s3: "s3",
  sagemaker: "sagemaker",
  scheduler: "scheduler",
  sns: "sns",
  sqs: "sqs",
  ssm: "ssm",
  ...Object.fromEntries(
    ["availability_zones", "default_security_group", "eip", "flow_log", "instance", "internet_gateway", "nat_gateway"]
      .concat(["route", "security_group", "subnet", "vpc", "ami", "launch_template", "ec2"])
      .map((type) => [type, "ec2"]),
  ),
};
/** Made up by the provider without a call to AWS. */
const LOCAL = ["iam_policy_document", "partition", "region"];

function serviceOf(type: string): string {
  const plain = type.replace(/^(data\.)?aws_/, "");
  const [prefix] = Object.keys(SERVICES)
    .filter((known) => plain === known || plain.startsWith(`${known}_`))
    .sort((a, b) => b.length - a.length);
  return prefix ? SERVICES[prefix]! : plain;
}

const all = Object.keys(manifest).flatMap((id) => expandStack(id, stackJson(id)));

test("the deployer's statement in docs/DEPLOYMENT.md covers every service that the stacks call", () => {
  const types = new Set(all.map(({ type }) => type).filter((type) => /^(data\.)?aws_/.test(type)));
  const needed = [...types]
    .filter((type) => !LOCAL.includes(type.replace("data.aws_", "")) && !type.includes("aws_iam_"))
    .map(serviceOf);
  const allowed = [statement("Services").Action].flat().map((action) => action.split(":")[0]);
  expect([...new Set(needed)].sort()).toEqual([...new Set(allowed)].sort());
});

test("it lets the deployer make the roles and policies of dev, and no others", () => {
  const patterns = [statement("OwnRoles").Resource].flat().map((arn) => arn.split("/").at(-1)!.replace("*", ""));
  expect(new Set(patterns)).toEqual(new Set([`${environments.dev!.project}-dev-`]));
  const names = all
    .filter(({ stack, type }) => stack.startsWith("dev-") && /^aws_iam_(role|policy)$/.test(type))
    .map(({ body }) => String(body.name))
    .filter((name) => !name.startsWith("${"));
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect(name).toMatch(new RegExp(`^${patterns[0]}`));
});
