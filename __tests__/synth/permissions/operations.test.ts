import { FUNCTION_NAMES } from "../../../handlers/functions";
import { specify } from "./support/specification";

const LOG = ["logs:PutLogEvents"];

/** Who may run what, who may write to which log, and who may reach into the network. */
specify((its) => [
  ...FUNCTION_NAMES.map((name) => ({
    deed: `write to the log of ${name}`,
    actions: LOG,
    resource: its.lambdaLog(name),
    roles: [name],
  })),
  {
    deed: "write to the job's log",
    actions: LOG,
    resource: its.log(`/aws/kinesis-analytics/${its.name("aggregator")}`, "application"),
    roles: ["aggregator"],
  },
  {
    deed: "write to the delivery's log",
    actions: LOG,
    resource: its.log(`/aws/kinesisfirehose/${its.name("aggregates")}`, "DestinationDelivery"),
    roles: ["aggregates-delivery"],
  },
  { deed: "write to another log", actions: LOG, resource: its.log("/another", "stream"), roles: [] },

  {
    deed: "invoke the producer",
    actions: ["lambda:InvokeFunction"],
    resource: its.function("producer"),
    roles: ["producer-schedule"],
  },
  {
    deed: "invoke the check of the features",
    actions: ["lambda:InvokeFunction"],
    resource: its.function("check-feature-store"),
    roles: ["check-feature-store-schedule"],
  },
  {
    deed: "invoke the function that makes and deletes topics",
    actions: ["lambda:InvokeFunction"],
    resource: its.function("create-topics"),
    roles: [],
  },
  {
    deed: "invoke the replay of dead letters",
    actions: ["lambda:InvokeFunction"],
    resource: its.function("replay"),
    roles: [],
  },
  {
    deed: "note an invocation of the producer that was missed",
    actions: ["sqs:SendMessage"],
    resource: its.queue("producer-missed"),
    roles: ["producer-schedule"],
  },
  {
    deed: "note an invocation of the check that was missed",
    actions: ["sqs:SendMessage"],
    resource: its.queue("check-feature-store-missed"),
    roles: ["check-feature-store-schedule"],
  },
  {
    deed: "set the job's maintenance window",
    actions: ["kinesisanalytics:UpdateApplicationMaintenanceConfiguration"],
    resource: its.application,
    roles: ["aggregator-maintenance"],
  },
  {
    deed: "change, stop or delete the job",
    actions: [
      "kinesisanalytics:UpdateApplication",
      "kinesisanalytics:StopApplication",
      "kinesisanalytics:DeleteApplication",
    ],
    resource: its.application,
    roles: [],
  },
  {
    deed: "change a function's code",
    actions: ["lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration"],
    resource: its.function("producer"),
    roles: [],
  },

  {
    deed: "open a session on the operators' host",
    actions: ["ssmmessages:CreateDataChannel", "ssmmessages:OpenDataChannel"],
    resource: "*",
    roles: ["bastion"],
  },
  {
    deed: "make network interfaces",
    actions: ["ec2:CreateNetworkInterface"],
    resource: its.arn("ec2", "network-interface/eni-1"),
    roles: [...FUNCTION_NAMES, "aggregator"],
  },
  ...FUNCTION_NAMES.map((name) => ({
    deed: `make network interfaces from the code of ${name}`,
    actions: ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"],
    resource: its.arn("ec2", "network-interface/eni-1"),
    context: { "lambda:SourceFunctionArn": its.function(name) },
    roles: [...FUNCTION_NAMES, "aggregator"].filter((role) => role !== name),
  })),

  {
    deed: "pass a role on, or change what it may do",
    actions: ["iam:PassRole", "iam:AttachRolePolicy", "iam:UpdateAssumeRolePolicy"],
    resource: its.role("producer"),
    roles: [],
  },
  { deed: "take another role", actions: ["sts:AssumeRole"], resource: its.role("create-topics"), roles: [] },
]);
