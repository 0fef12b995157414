import { FUNCTION_NAMES } from "../../../handlers/functions";
import { specify } from "./support/specification";

const WRITE = ["s3:PutObject"];
const READ = ["s3:GetObject"];
const DELETE = ["s3:DeleteObject", "s3:DeleteObjectVersion"];

/** Who may do what with the objects and the keys: each role has folders of its own, and nobody deletes. */
specify(({ lake, failures, replayFiles, artifacts, state, key, via }) => [
  {
    deed: "write aggregates to the lake",
    actions: WRITE,
    resource: `${lake}/aggregates/year=2026/month=11/day=22/a.parquet`,
    roles: ["aggregates-delivery"],
  },
  {
    deed: "write what could not be delivered",
    actions: WRITE,
    resource: `${lake}/errors/format-conversion-failed/2026/11/22/a`,
    roles: ["aggregates-delivery"],
  },
  {
    deed: "write the offline store",
    actions: WRITE,
    resource: `${lake}/features/111111111111/a.parquet`,
    roles: ["aggregates-store"],
  },
  {
    deed: "write results of queries",
    actions: WRITE,
    resource: `${lake}/athena-results/a.csv`,
    roles: ["check-feature-store"],
  },
  { deed: "write elsewhere in the lake", actions: WRITE, resource: `${lake}/elsewhere/a`, roles: [] },
  {
    deed: "read aggregates from the lake",
    actions: READ,
    resource: `${lake}/aggregates/year=2026/month=11/day=22/a.parquet`,
    roles: ["aggregates-delivery", "check-feature-store"],
  },
  {
    deed: "read the offline store",
    actions: READ,
    resource: `${lake}/features/111111111111/a.parquet`,
    roles: ["aggregates-store", "check-feature-store"],
  },
  { deed: "delete aggregates", actions: DELETE, resource: `${lake}/aggregates/a.parquet`, roles: [] },
  { deed: "delete from the offline store", actions: DELETE, resource: `${lake}/features/a.parquet`, roles: [] },
  {
    deed: "read the lake without TLS",
    actions: READ,
    resource: `${lake}/features/a.parquet`,
    context: { "aws:SecureTransport": "false" },
    roles: [],
  },
  {
    deed: "open the lake to others",
    actions: ["s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock"],
    resource: lake,
    roles: [],
  },

  {
    deed: "write batches that were given up",
    actions: WRITE,
    resource: `${failures}/aws/lambda/a/b`,
    roles: ["feature-store"],
  },
  { deed: "read batches that were given up", actions: READ, resource: `${failures}/aws/lambda/a/b`, roles: [] },
  { deed: "read a replay's file", actions: READ, resource: `${replayFiles}/a`, roles: ["replay"] },
  { deed: "write a replay's file", actions: WRITE, resource: `${replayFiles}/a`, roles: ["replay"] },
  { deed: "read Terraform's state", actions: READ, resource: `${state}/market-data/x.tfstate`, roles: [] },
  { deed: "write Terraform's state", actions: WRITE, resource: `${state}/market-data/x.tfstate`, roles: [] },
  { deed: "replace the job's code", actions: WRITE, resource: `${artifacts}/flink-job/a.jar`, roles: [] },

  {
    deed: "decrypt data at rest through S3",
    actions: ["kms:Decrypt"],
    resource: key("lake", "key"),
    context: via("s3"),
    roles: ["aggregates-delivery", "aggregates-store", "aggregator", "check-feature-store", "replay"],
  },
  {
    deed: "encrypt data at rest through S3",
    actions: ["kms:GenerateDataKey"],
    resource: key("lake", "key"),
    context: via("s3"),
    roles: ["aggregates-delivery", "aggregates-store", "check-feature-store", "feature-store", "replay"],
  },
  { deed: "use the lake's key by itself", actions: ["kms:Decrypt"], resource: key("lake", "key"), roles: [] },
  {
    deed: "decrypt a function's settings",
    actions: ["kms:Decrypt"],
    resource: key("network", "functions_key"),
    context: via("lambda"),
    roles: FUNCTION_NAMES,
  },
  {
    deed: "decrypt what is in Kafka, or in the logs, past Kafka and the logs",
    actions: ["kms:Decrypt"],
    resource: key("streaming", "key"),
    context: via("s3"),
    roles: [],
  },
  {
    deed: "give keys away or delete them",
    actions: ["kms:CreateGrant", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"],
    resource: key("lake", "key"),
    context: via("s3"),
    roles: [],
  },
]);
