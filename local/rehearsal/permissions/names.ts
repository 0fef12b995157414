import { listOf, structureOf, textOf } from "../limits/limit";
import type { Structure } from "../models/shape";

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
  LogStreamName: (parameters) => textOf(parameters, "logStreamName") || "*",
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

/** Names that a request gives for a placeholder. One that it does not give is the environment's; an id, which AWS chose, may be any. */
export function namesOf(placeholder: string, parameters: Structure, prefix: string): readonly string[] {
  const find = NAMES[placeholder];
  if (!find) return ["*"];
  const names = [find(parameters)].flat().filter(Boolean);
  return names.length > 0 ? names : [SNAKE.includes(placeholder) ? `${prefix.replaceAll("-", "_")}_*` : `${prefix}-*`];
}

/** Placeholders of names that have underscores for dashes. */
const SNAKE = ["DatabaseName", "TableName"];
