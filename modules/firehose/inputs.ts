import * as z from "zod";
import { TOPIC_NAME, TOPIC_NAME_RULE } from "../../contracts/topic-name";
import { arn } from "../../module-kit/arn";
import { text } from "../../module-kit/text";
import { retentionDays } from "../log-group/retention";
import { permissionsBoundaryArn } from "../service-role/boundary";
import { trustSourceAccount } from "../service-role/trust";

const folder = text(
  /^([a-zA-Z0-9_.=-]+\/)+$/,
  "be a folder such as aggregates/, ending in a slash, without Firehose expressions",
).max(900);
const glueName = text(/^[!-~]{1,255}$/, "be 1 to 255 letters, digits and signs, without spaces");

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9_.-]{1,55}$/, "be 1 to 55 of a-z, A-Z, 0-9, underscore, dot and hyphen").describe(
    "Name of the stream, and prefix of its roles' names.",
  ),
  clusterArn: arn("kafka:cluster").describe(
    "ARN of the MSK cluster; its cluster policy must already let Firehose connect privately.",
  ),
  topic: text(TOPIC_NAME, `be a Kafka topic name: ${TOPIC_NAME_RULE}`).describe(
    "Topic to read; its values are JSON objects.",
  ),
  bucketArn: arn("s3:bucket").describe("ARN of the bucket it writes to."),
  prefix: folder.describe("Folder of the Parquet files; year=/month=/day= of the arrival time (UTC) are added."),
  errorPrefix: folder
    .default("errors/")
    .describe("Folder of records that could not be converted, by kind of error and day; outside `prefix`."),
  bufferMb: z
    .int()
    .min(64)
    .max(128)
    .default(128)
    .describe("MiB collected before a file is written; converting to Parquet needs at least 64."),
  bufferSeconds: z.int().min(0).max(900).default(60).describe("Seconds after which what was collected is written."),
  glueDatabase: glueName.describe("Glue database of the table whose columns are the schema."),
  glueTable: glueName.describe("Glue table whose columns are the schema."),
  kmsKeyArn: arn("kms:key").describe(
    "ARN of the KMS key that encrypts the bucket and, where that is set, the catalog.",
  ),
  logRetentionDays: retentionDays.describe("Days that delivery errors are kept in the log group."),
  logKmsKeyArn: arn("kms:key").describe("ARN of the KMS key that encrypts the log group."),
  // Firehose's own page has sts:ExternalId alone: https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html
  trustSourceAccount: trustSourceAccount(false),
  permissionsBoundaryArn,
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});
