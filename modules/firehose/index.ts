import { CloudwatchLogStream } from "@cdktf/provider-aws/lib/cloudwatch-log-stream";
import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import { Construct } from "constructs";
import * as z from "zod";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { together } from "../../module-kit/structure";
import { text } from "../../module-kit/text";
import { deliveryPrefix } from "../data-lake/layout";
import { LogGroup } from "../log-group";
import { retentionDays } from "../log-group/retention";
import { ServiceRole } from "../service-role";
import { permissionsBoundaryArn } from "../service-role/boundary";
import { deliveryPolicy, sourcePolicy } from "./policies";

const folder = text(
  /^([a-zA-Z0-9_.=-]+\/)+$/,
  "be a folder such as aggregates/, ending in a slash, without Firehose expressions",
);

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9_.-]{1,55}$/, "be 1 to 55 of a-z, A-Z, 0-9, underscore, dot and hyphen").describe(
    "Name of the stream, and prefix of its roles' names.",
  ),
  clusterArn: z
    .string()
    .describe("ARN of the MSK cluster; its cluster policy must already let Firehose connect privately."),
  topic: text(
    /^[a-zA-Z0-9._-]{1,249}$/,
    "be a Kafka topic name: 1 to 249 of a-z, A-Z, 0-9, dot, underscore and hyphen",
  ).describe("Topic to read; its values are JSON objects."),
  bucketArn: z.string().describe("ARN of the bucket it writes to."),
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
  glueDatabase: z.string().describe("Glue database of the table whose columns are the schema."),
  glueTable: z.string().describe("Glue table whose columns are the schema."),
  kmsKeyArn: z.string().describe("ARN of the KMS key that encrypts the bucket and, where that is set, the catalog."),
  logRetentionDays: retentionDays.describe("Days that delivery errors are kept in the log group."),
  logKmsKeyArn: z.string().describe("ARN of the KMS key that encrypts the log group."),
  permissionsBoundaryArn,
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});

/** The stream within its log group: Firehose names them so itself. */
const LOG_STREAM = "DestinationDelivery";

/**
 * A Firehose stream that reads JSON from one MSK topic over a private connection and writes Parquet, by the columns of a
 * Glue table, into folders by day. Reading and delivering are two roles.
 *
 * `server_side_encryption` is left off: it is for direct puts; here the source encrypts its data and S3 its objects.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/writing-with-msk.html
 */
export class Firehose extends Construct {
  private readonly stream: KinesisFirehoseDeliveryStream;
  private readonly logs: LogGroup;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    this.logs = new LogGroup(this, "logs", {
      name: `/aws/kinesisfirehose/${p.name}`,
      retentionDays: p.logRetentionDays,
      kmsKeyArn: p.logKmsKeyArn,
      tags: p.tags,
    });
    const logStream = new CloudwatchLogStream(this, "log_stream", { name: LOG_STREAM, logGroupName: this.logs.name });

    const role = (kind: string, description: string, document: string) =>
      new ServiceRole(this, `${kind}_role`, {
        name: `${p.name}-${kind}`,
        description,
        service: "firehose.amazonaws.com",
        policies: { [kind]: document },
        permissionsBoundaryArn: p.permissionsBoundaryArn,
        tags: p.tags,
      });
    const source = role(
      "source",
      `Reads the topic of the Firehose stream ${p.name}.`,
      sourcePolicy(this, "source", p).json,
    );
    const delivery = role(
      "delivery",
      `Writes what the Firehose stream ${p.name} delivers.`,
      deliveryPolicy(this, "delivery", { ...p, logStreamArn: logStream.arn }).json,
    );

    this.stream = new KinesisFirehoseDeliveryStream(this, "this", {
      name: p.name,
      destination: "extended_s3",
      mskSourceConfiguration: {
        mskClusterArn: p.clusterArn,
        topicName: p.topic,
        authenticationConfiguration: { connectivity: "PRIVATE", roleArn: source.roleArn },
      },
      extendedS3Configuration: {
        roleArn: delivery.roleArn,
        bucketArn: p.bucketArn,
        kmsKeyArn: p.kmsKeyArn,
        prefix: deliveryPrefix(p.prefix),
        errorOutputPrefix: `${p.errorPrefix}!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/`,
        bufferingSize: p.bufferMb,
        bufferingInterval: p.bufferSeconds,
        // Parquet compresses its own pages (Snappy); S3 compression on top is refused with a conversion.
        compressionFormat: "UNCOMPRESSED",
        cloudwatchLoggingOptions: { enabled: true, logGroupName: this.logs.name, logStreamName: logStream.name },
        dataFormatConversionConfiguration: {
          inputFormatConfiguration: { deserializer: { openXJsonSerDe: {} } },
          outputFormatConfiguration: { serializer: { parquetSerDe: { compression: "SNAPPY" } } },
          schemaConfiguration: { databaseName: p.glueDatabase, tableName: p.glueTable, roleArn: delivery.roleArn },
        },
      },
      tags: p.tags,
      dependsOn: together(source.attachments, delivery.attachments),
    });
  }

  get streamArn(): string {
    return this.stream.arn;
  }

  get streamName(): string {
    return this.stream.name;
  }

  get logGroupName(): string {
    return this.logs.name;
  }
}

export const firehoseModule = defineModule({
  name: "firehose",
  description: "A Firehose stream from an MSK topic to Parquet in S3, partitioned by day.",
  inputs,
  construct: Firehose,
  outputs: {
    streamArn: { description: "ARN of the stream.", value: (m) => m.streamArn },
    streamName: { description: "Name of the stream.", value: (m) => m.streamName },
    logGroupName: { description: "Name of the log group with delivery errors.", value: (m) => m.logGroupName },
  },
});
