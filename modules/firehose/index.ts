import { CloudwatchLogStream } from "@cdktf/provider-aws/lib/cloudwatch-log-stream";
import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import { Construct } from "constructs";
import { startsWith } from "../../module-kit/comparisons";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { precondition } from "../../module-kit/precondition";
import { not, together } from "../../module-kit/structure";
import { deliveryPrefix } from "../data-lake/layout";
import { LogGroup } from "../log-group";
import { ServiceRole } from "../service-role";
import { inputs } from "./inputs";
import { deliveryPolicy, sourcePolicy } from "./policies";

export { inputs };

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

    const role = (kind: string, description: string) =>
      new ServiceRole(this, `${kind}_role`, {
        name: `${p.name}-${kind}`,
        description,
        service: "firehose.amazonaws.com",
        accountAsExternalId: true,
        sourceAccount: p.trustSourceAccount,
        permissionsBoundaryArn: p.permissionsBoundaryArn,
        tags: p.tags,
      });
    const source = role("source", `Reads the topic of the Firehose stream ${p.name}.`);
    source.grant("read", sourcePolicy(this, "source", p));
    const delivery = role("delivery", `Writes what the Firehose stream ${p.name} delivers.`);
    delivery.grant("write", deliveryPolicy(this, "delivery", { ...p, logStreamArn: logStream.arn }));

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
      lifecycle: precondition(
        this,
        "error_prefix must be outside prefix: readers of the Parquet files would meet what could not be converted.",
        not(startsWith(p.errorPrefix, p.prefix)),
      ),
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
