import * as z from "zod";
import { LONGEST_CHECKPOINT_INTERVAL_MS } from "../../aws-limits/transaction-limits";
import { arn } from "../../module-kit/arn";
import { text } from "../../module-kit/text";
import { retentionDays } from "../log-group/retention";
import { permissionsBoundaryArn } from "../service-role/boundary";
import { policyKey } from "../service-role/inputs";

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9_.-]{1,52}$/, "be 1 to 52 of a-z, A-Z, 0-9, underscore, dot and hyphen").describe(
    "Name of the application, and of its role; changing it replaces the application and loses its state.",
  ),
  description: z
    .string()
    .max(1024)
    .default("")
    .describe("What the application does; changing it replaces the application, so keep versions out."),
  codeBucketArn: arn("s3:bucket").describe("ARN of the bucket with the jar."),
  codeKey: text(
    /^(.*[^0-9a-f])?[0-9a-f]{12,64}([^0-9a-f].*)?\.jar$/,
    "end in .jar and contain 12 or more hex digits of the jar's hash: only a new key deploys new code",
  )
    .max(1024)
    .describe("Key of the jar, with the hash of its content; the object must exist before the application."),
  codeKmsKeyArn: arn("kms:key").describe("ARN of the KMS key that encrypts the jar."),
  runtime: z
    .enum(["FLINK-1_19", "FLINK-1_20"])
    .default("FLINK-1_20")
    .describe("Flink runtime (Java 11); 1.20 is the newest that the pinned provider knows."),
  parallelism: z
    .int()
    .min(1)
    .max(512)
    .default(1)
    .describe("Parallel subtasks at the start; AWS bills one KPU more than they need."),
  parallelismPerKpu: z.int().min(1).max(8).default(1).describe("Subtasks that share a KPU (1 vCPU, 4 GiB)."),
  autoscaling: z.boolean().default(false).describe("Whether AWS scales the parallelism by CPU use."),
  checkpointIntervalMs: z
    .int()
    .min(1_000)
    .max(LONGEST_CHECKPOINT_INTERVAL_MS)
    .default(60_000)
    .describe(
      "Milliseconds between checkpoints; transactional output appears at this rate, and Kafka aborts it after 15 minutes.",
    ),
  minPauseMs: z
    .int()
    .min(0)
    .max(LONGEST_CHECKPOINT_INTERVAL_MS)
    .default(5_000)
    .describe("Milliseconds without a checkpoint after each."),
  logLevel: z
    .enum(["INFO", "WARN", "ERROR"])
    .default("INFO")
    .describe("Lowest level that is logged; DEBUG slows an application down and is refused."),
  metricsLevel: z
    .enum(["APPLICATION", "TASK", "OPERATOR", "PARALLELISM"])
    .default("APPLICATION")
    .describe("Detail of the metrics; each level below APPLICATION multiplies their number and cost."),
  propertyGroups: z
    .record(
      text(/^[a-zA-Z0-9_.-]{1,50}$/, "be 1 to 50 of a-z, A-Z, 0-9, underscore, dot and hyphen"),
      z.record(z.string().min(1).max(2048), z.string().min(1).max(2048)),
    )
    .describe("Runtime properties by group; at least one group, at most 50."),
  subnetIds: z.array(z.string()).min(1).max(16).describe("IDs of the private subnets it runs in."),
  securityGroupIds: z.array(z.string()).min(1).max(5).describe("IDs of its security groups."),
  policyArns: z
    .record(policyKey, arn("iam:policy"))
    .default({})
    .describe("ARNs of managed policies with what the job may do, such as its topics, by a name of yours."),
  allowNonRestoredState: z
    .boolean()
    .default(false)
    .describe("Whether a start from a snapshot may drop the state of operators that are gone."),
  maintenanceWindowStart: text(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, "be a UTC time such as 03:00")
    .default("03:00")
    .describe("UTC start of the eight hours in which AWS may patch, and so restart, the application."),
  start: z.boolean().default(true).describe("Whether the application runs."),
  logRetentionDays: retentionDays.describe("Days that log events are kept."),
  logKmsKeyArn: arn("kms:key").describe("ARN of the KMS key that encrypts the log group."),
  permissionsBoundaryArn,
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});
