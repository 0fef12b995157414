import * as z from "zod";
import { arn } from "../../module-kit/arn";
import { text } from "../../module-kit/text";
import { bucketName, days } from "../bucket/inputs";

const folder = text(/^([a-zA-Z0-9_.=-]+\/)+$/, "be a folder such as aggregates/, ending in a slash").max(900);
const glueName = text(/^[a-z0-9_]{1,255}$/, "be 1 to 255 of a-z, 0-9 and underscore");
/** What Glue takes in comments: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-common.html */
const line = text(/^[ -~¡-퟿]*$/, "be a line of text, without control characters");
const year = z.int().min(2000).max(2200);

const column = z.object({
  name: glueName.describe("Name, as in the JSON records."),
  type: text(/^[a-z]+([(<].*[>)])?$/, "be a Hive type such as string, double, bigint or array<string>"),
  comment: line.max(255).default(""),
});

export const inputs = z.object({
  bucketName: bucketName.describe("Name of the lake's bucket."),
  kmsKeyArn: arn("kms:key").describe("ARN of the KMS key that encrypts objects and query results."),
  logBucketName: z.string().describe("Bucket that receives the access logs."),
  expireDays: days.optional().describe("Days after which objects expire; they are kept when it is not set."),
  noncurrentDays: days.default(30).describe("Days that overwritten and deleted versions are kept."),
  forceDestroy: z
    .boolean()
    .default(false)
    .describe("Whether destroying the lake deletes its objects and query history."),
  database: glueName.describe("Name of the Glue database."),
  table: glueName.describe("Name of the Glue table."),
  tableDescription: line.max(2048).default("").describe("What a row of the table is."),
  columns: z.array(column).min(1).describe("Columns of the table, in order; the partition keys are added."),
  prefix: folder.describe("Folder of the table's files; below it are year=/month=/day=."),
  startYear: year.describe("First year of the data (UTC)."),
  endYear: year.default(2035).describe("Last year that queries look for; each adds empty partitions to wide queries."),
  workgroup: text(/^[a-zA-Z0-9._-]{1,120}$/, "be 1 to 120 of a-z, A-Z, 0-9, dot, underscore and hyphen").describe(
    "Name of the Athena workgroup, and prefix of the query policy's name.",
  ),
  resultsPrefix: folder.default("athena-results/").describe("Folder of query results."),
  resultsExpireDays: days.default(7).describe("Days after which query results expire."),
  bytesScannedCutoff: z
    .int()
    .min(10_485_760)
    .default(10_737_418_240)
    .describe("Bytes after which a query is stopped; Athena bills by bytes scanned."),
  namedQueries: z
    .record(
      text(/^[a-zA-Z0-9_-]{1,100}$/, "be 1 to 100 of a-z, A-Z, 0-9, underscore and hyphen"),
      z.string().min(1).max(262_144),
    )
    .default({})
    .describe("Queries (SQL) to save in the workgroup, by name."),
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});
