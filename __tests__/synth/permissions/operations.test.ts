import { FUNCTION_NAMES } from "../../../handlers/functions";
import { specify } from "./support/specification";

const LOG = ["logs:PutLogEvents"];

/** Who may run what, who may write to which log, and who may reach into the network. */
specify((its) => [
  ...FUNCTION_NAMES.map((name) => ({
    action: `write to the log of ${name}`,
    actions: LOG,
    resource: its.lambdaLog(name),
    roles: [name],
  })),
  {
    action: "write to the job's log",
    actions: LOG,
    resource: its.log(`/aws/kinesis-analytics/${its.name("aggregator")}`, "application"),
    roles: ["aggregator"],
  },
  {
    action: "write to the delivery's log",
    actions: LOG,
    resource: its.log(`/aws/kinesisfirehose/${its.name("aggregates")}`, "DestinationDelivery"),
    roles: ["aggregates-delivery"],
  },
  { action: "write to another log", actions: LOG, resource: its.log("/another", "stream"), roles: [] },

  {
    action: "invoke the producer",
    actions: ["lambda:InvokeFunction"],
    resource: its.function("producer"),
    roles: ["producer-schedule"],
  },
  {
    action: "invoke the check of the features",
    actions: ["lambda:InvokeFunction"],
    resource: its.function("check-feature-store"),
    roles: ["check-feature-store-schedule"],
  },
  {
    action: "invoke the function that makes and deletes topics",
    actions: ["lambda:InvokeFunction"],
    resource: its.function("create-topics"),
    roles: [],
  },
  {
    action: "invoke the replay of dead letters",
    actions: ["lambda:InvokeFunction"],
    resource: its.function("replay"),
    roles: [],
  },
  {
    action: "note an invocation of the producer that was missed",
    actions: ["sqs:SendMessage"],
    resource: its.queue("producer-missed"),
    roles: ["producer-schedule"],
  },
  {
    action: "note an invocation of the check that was missed",
    actions: ["sqs:SendMessage"],
    resource: its.queue("check-feature-store-missed"),
    roles: ["check-feature-store-schedule"],
  },
  {
    action: "set the job's maintenance window",
    actions: ["kinesisanalytics:UpdateApplicationMaintenanceConfiguration"],
    resource: its.application,
    roles: ["aggregator-maintenance"],
  },
  {
    action: "change, stop or delete the job",
    actions: [
      "kinesisanalytics:UpdateApplication",
      "kinesisanalytics:StopApplication",
      "kinesisanalytics:DeleteApplication",
    ],
    resource: its.application,
    roles: [],
  },
  {
    action: "change a function's code",
    actions: ["lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration"],
    resource: its.function("producer"),
    roles: [],
  },

  {
    action: "open a session on the operators' host",
    actions: ["ssmmessages:CreateDataChannel", "ssmmessages:OpenDataChannel"],
    resource: "*",
    roles: ["bastion"],
  },
  {
    action: "make network interfaces",
    actions: ["ec2:CreateNetworkInterface"],
    resource: its.arn("ec2", "network-interface/eni-1"),
    roles: [...FUNCTION_NAMES, "aggregator"],
  },
  ...FUNCTION_NAMES.map((name) => ({
    action: `make network interfaces from the code of ${name}`,
    actions: ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"],
    resource: its.arn("ec2", "network-interface/eni-1"),
    context: { "lambda:SourceFunctionArn": its.function(name) },
    roles: [...FUNCTION_NAMES, "aggregator"].filter((role) => role !== name),
  })),

  {
    action: "pass a role on, or change what it may do",
    actions: ["iam:PassRole", "iam:AttachRolePolicy", "iam:UpdateAssumeRolePolicy"],
    resource: its.role("producer"),
    roles: [],
  },
  { action: "take another role", actions: ["sts:AssumeRole"], resource: its.role("create-topics"), roles: [] },
]);
