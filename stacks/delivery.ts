import type { Construct } from "constructs";
import type { Environment } from "../envs/schema";
import { Firehose } from "../modules/firehose";
import { EnvironmentStack } from "./environment-stack";
import { AGGREGATES_PREFIX, type LakeStack } from "./lake";
import type { NetworkStack } from "./network";
import type { StreamingStack } from "./streaming";

/** Aggregates from Kafka into the lake, as Parquet. */
export class DeliveryStack extends EnvironmentStack {
  readonly stream: Firehose;

  constructor(
    scope: Construct,
    environment: Environment,
    network: NetworkStack,
    streaming: StreamingStack,
    { lake, key }: LakeStack,
  ) {
    super(scope, "delivery", environment);
    this.stream = new Firehose(this, "aggregates", {
      name: this.resourceName("aggregates"),
      clusterArn: streaming.firehosePolicy.clusterArn,
      topic: environment.kafka.topics.output.name,
      bucketArn: lake.bucketArn,
      kmsKeyArn: key.keyArn,
      prefix: AGGREGATES_PREFIX,
      errorPrefix: "errors/",
      bufferMb: environment.firehose.bufferMb,
      bufferSeconds: environment.firehose.bufferSeconds,
      glueDatabase: lake.databaseName,
      glueTable: lake.tableName,
      trustSourceAccount: environment.trust.sourceAccount.firehose,
      logRetentionDays: environment.retention.logDays,
      logKmsKeyArn: network.logsKey.keyArn,
    });
  }
}
