import { FUNCTION_NAMES } from "../../../handlers/functions";
import { specify } from "./support/specification";

const WRITE = ["s3:PutObject"];
const READ = ["s3:GetObject"];
const DELETE = ["s3:DeleteObject", "s3:DeleteObjectVersion"];

/** Who may do what with the objects and the keys: each role has folders of its own, and nobody deletes. */
specify(({ lake, failures, replayFiles, artifacts, state, key, via }) => [
  {
    action: "write aggregates to the lake",
    actions: WRITE,
    resource: `${lake}/aggregates/year=2026/month=11/day=22/a.parquet`,
    roles: ["aggregates-delivery"],
  },
  {
    action: "write what could not be delivered",
    actions: WRITE,
    resource: `${lake}/errors/format-conversion-failed/2026/11/22/a`,
    roles: ["aggregates-delivery"],
  },
  {
    action: "write the offline store",
    actions: WRITE,
    resource: `${lake}/features/111111111111/a.parquet`,
    roles: ["aggregates-store"],
  },
  {
    action: "write results of queries",
    actions: WRITE,
    resource: `${lake}/athena-results/a.csv`,
    roles: ["check-feature-store"],
  },
  { action: "write elsewhere in the lake", actions: WRITE, resource: `${lake}/elsewhere/a`, roles: [] },
  {
    action: "read aggregates from the lake",
    actions: READ,
    resource: `${lake}/aggregates/year=2026/month=11/day=22/a.parquet`,
    roles: ["aggregates-delivery", "check-feature-store"],
  },
  {
    action: "read the offline store",
    actions: READ,
    resource: `${lake}/features/111111111111/a.parquet`,
    roles: ["aggregates-store", "check-feature-store"],
  },
  { action: "delete aggregates", actions: DELETE, resource: `${lake}/aggregates/a.parquet`, roles: [] },
  { action: "delete from the offline store", actions: DELETE, resource: `${lake}/features/a.parquet`, roles: [] },
  {
    action: "read the lake without TLS",
    actions: READ,
    resource: `${lake}/features/a.parquet`,
    context: { "aws:SecureTransport": "false" },
    roles: [],
  },
  {
    action: "open the lake to others",
    actions: ["s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock"],
    resource: lake,
    roles: [],
  },

  {
    action: "write batches that were given up",
    actions: WRITE,
    resource: `${failures}/aws/lambda/a/b`,
    roles: ["feature-store"],
  },
  { action: "read batches that were given up", actions: READ, resource: `${failures}/aws/lambda/a/b`, roles: [] },
  { action: "read a replay's file", actions: READ, resource: `${replayFiles}/a`, roles: ["replay"] },
  { action: "write a replay's file", actions: WRITE, resource: `${replayFiles}/a`, roles: ["replay"] },
  { action: "read Terraform's state", actions: READ, resource: `${state}/market-data/x.tfstate`, roles: [] },
  { action: "write Terraform's state", actions: WRITE, resource: `${state}/market-data/x.tfstate`, roles: [] },
  { action: "replace the job's code", actions: WRITE, resource: `${artifacts}/flink-job/a.jar`, roles: [] },

  {
    action: "decrypt data at rest through S3",
    actions: ["kms:Decrypt"],
    resource: key("lake", "key"),
    context: via("s3"),
    roles: ["aggregates-delivery", "aggregates-store", "aggregator", "check-feature-store", "replay"],
  },
  {
    action: "encrypt data at rest through S3",
    actions: ["kms:GenerateDataKey"],
    resource: key("lake", "key"),
    context: via("s3"),
    roles: ["aggregates-delivery", "aggregates-store", "check-feature-store", "feature-store", "replay"],
  },
  { action: "use the lake's key by itself", actions: ["kms:Decrypt"], resource: key("lake", "key"), roles: [] },
  {
    action: "decrypt a function's settings",
    actions: ["kms:Decrypt"],
    resource: key("network", "functions_key"),
    context: via("lambda"),
    roles: FUNCTION_NAMES,
  },
  {
    action: "decrypt what is in Kafka, or in the logs, past Kafka and the logs",
    actions: ["kms:Decrypt"],
    resource: key("streaming", "key"),
    context: via("s3"),
    roles: [],
  },
  {
    action: "give keys away or delete them",
    actions: ["kms:CreateGrant", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"],
    resource: key("lake", "key"),
    context: via("s3"),
    roles: [],
  },
]);
