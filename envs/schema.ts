import { z } from "zod";
import { SCHEDULE_EXPRESSION, SCHEDULE_RULE } from "../aws-limits/schedule-expression";
import { LONGEST_CHECKPOINT_INTERVAL_MS } from "../aws-limits/transaction-limits";
import { ticker } from "../contracts/stock-price";
import { bucketName } from "./schema/bucket-name";
import { Kafka } from "./schema/kafka";
import { Network } from "./schema/network";
import { region } from "./schema/region";
import { retentionDays } from "./schema/retention";
import { section } from "./schema/section";
import { tags } from "./schema/tags";
import { Trust } from "./schema/trust";

/** Where the job's jar comes from: built from flink-job/ and put into `bucket`, or an object that a release has published there. */
const Artifact = z.discriminatedUnion(
  "source",
  [
    section({
      source: z.literal("build"),
      bucket: bucketName.optional().describe("Bucket to create for the jar; named after the environment by default."),
    }),
    section({
      source: z.literal("published"),
      bucket: bucketName,
      key: z
        .string()
        .regex(
          /^([\w!*'()./-]*[^0-9a-f])?[0-9a-f]{12,64}([^0-9a-f][\w!*'()./-]*)?\.jar$/,
          "must end in .jar and hold 12 or more hex digits of the jar's hash, since only a new key deploys new code; of letters, digits and ! - _ . * ' ( ) /",
        )
        .describe("Key of the jar, with the content's hash in it."),
      kmsKeyArn: z
        .string()
        .regex(/^arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/, "must be the ARN of a KMS key")
        .optional()
        .describe("KMS key that encrypts the jar; left out where S3's own keys do (SSE-S3)."),
    }),
  ],
  { error: 'must have a "source": "build" or "published" (with bucket and key)' },
);

const Snapshots = section({
  keep: z
    .int()
    .min(5)
    .max(900)
    .default(30)
    .describe("Newest snapshots that `npm run job -- prune` keeps; an application has 1,000 at most."),
  keepNamedDays: z
    .int()
    .min(1)
    .max(3_650)
    .default(30)
    .describe("Days for which it keeps those named before-deployment-… or manual-… as well."),
});

/** Whether no value stands twice, whatever its case. */
const unique = (values: readonly string[]): boolean =>
  new Set(values.map((value) => value.toLowerCase())).size === values.length;

const Flink = section({
  artifact: Artifact,
  parallelism: z.int().min(1).max(64).describe("Parallel subtasks. AWS bills one KPU more than this asks for."),
  parallelismPerKpu: z.int().min(1).max(8).default(1).describe("Subtasks a KPU."),
  autoscaling: z
    .boolean()
    .default(true)
    .describe(
      "Whether Managed Flink scales parallelism by CPU: it doubles it, also past the input's partitions, up to 64 KPUs.",
    ),
  checkpointIntervalMs: z
    .int()
    .min(1_000)
    .max(LONGEST_CHECKPOINT_INTERVAL_MS)
    .describe("Milliseconds between checkpoints: output appears at this rate."),
  maintenanceWindowStart: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a UTC time such as "03:00"')
    .default("03:00")
    .describe("UTC start of the eight hours in which AWS may patch the application."),
  snapshots: Snapshots.prefault({}),
});

const Firehose = section({
  bufferMb: z
    .int()
    .min(64)
    .max(128)
    .default(128)
    .describe("MiB that Firehose collects before it writes a Parquet file; 64 at least where it converts."),
  bufferSeconds: z.int().min(0).max(900).default(60).describe("Seconds after which it writes what it has."),
});

const Retention = section({
  logDays: retentionDays.describe("Days that log groups keep their lines."),
  lakeDays: z.int().min(30).max(36_500).describe("Days that the lake keeps its objects."),
  noncurrentDays: z.int().min(1).max(365).default(30).describe("Days that overwritten versions are kept."),
});

const Alarms = section({
  emails: z
    .array(z.email("must be an e-mail address"))
    .refine(unique, "must name each address once")
    .default([])
    .describe("Recipients; each must confirm the subscription email from AWS."),
  jobLagRecords: z
    .int()
    .min(1)
    .optional()
    .describe(
      "Prices that the job may be behind. By default those of 15 runs of the producer: 1,500, or 15 minutes, at 100 a minute. Set it where others write to the input topic.",
    ),
  featuresLagRecords: z
    .int()
    .min(1)
    .optional()
    .describe(
      "Aggregates that feature-store may be behind. By default 15 windows of each of the producer's tickers: 60, or 15 minutes, with four.",
    ),
  runbooks: z
    .string("must be the https URL at which docs/ALERT_RUNBOOKS.md can be read")
    .regex(/^https:\/\/[^\s#{}"<>|\\^`]+$/, "must be an https URL without an #anchor")
    .describe("Where docs/ALERT_RUNBOOKS.md can be read; alarms link into it."),
  featureAgeSeconds: z.int().min(60).default(300).describe("Seconds that the newest feature may be old."),
});

/** When EventBridge Scheduler invokes a function, in UTC. */
const schedule = z.string().regex(SCHEDULE_EXPRESSION, `must be ${SCHEDULE_RULE}`);

const Producer = section({
  tickers: z
    .array(ticker)
    .min(1)
    .refine(unique, "must name each ticker once")
    .default(["AMZN", "AAPL", "MSFT", "GOOGL"])
    .describe("Symbols it makes prices for."),
  recordsPerInvocation: z.int().min(1).max(10_000).default(100).describe("Events an invocation sends."),
  schedule: schedule.default("rate(1 minute)").describe("When it runs."),
});

const Consumer = section({
  schedule: schedule.optional().describe("When it reports by itself; by default only when it is asked."),
});

/** An environment: everything in which dev, staging, prod and the laptop may differ. */
export const Environment = section({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9]{1,11}$/, "must be 2 to 12 of a-z and 0-9, starting with a letter")
    .describe("Name; equals the file's."),
  project: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,18}[a-z0-9]$/, "must be 3 to 20 of a-z, 0-9 and -")
    .default("market-data")
    .describe("First part of every name."),
  platform: z.enum(["aws", "emulator"]).default("aws").describe("Who answers for AWS: AWS, or the laptop's emulator."),
  region: region.describe("AWS region."),
  account: z
    .string()
    .regex(/^\d{12}$/, "must be the 12 digits of an AWS account")
    .describe("The only account it may be deployed to."),
  protectData: z
    .boolean()
    .describe(
      "Whether the lake, the feature group, the topics' cluster and the Flink application, with its snapshots, are protected from destruction.",
    ),
  network: Network,
  kafka: Kafka,
  bastion: z.boolean().default(false).describe("Whether to run a host for operators (SSM, no SSH)."),
  producer: Producer.prefault({}),
  consumer: Consumer.prefault({}),
  flink: Flink,
  firehose: Firehose.prefault({}),
  retention: Retention,
  alarms: Alarms,
  trust: Trust.prefault({}),
  tags: tags.default({}).describe("Further tags for every resource, at most 46."),
});
export type Environment = z.infer<typeof Environment>;
