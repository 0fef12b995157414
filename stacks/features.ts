import type { Construct } from "constructs";
import { featureDefinitions } from "../contracts/feature-definitions";
import { EVENT_TIME, RECORD_IDENTIFIER } from "../contracts/feature-record";
import { bucketName } from "../envs/names";
import { Bucket } from "../modules/bucket";
import { FeatureStore } from "../modules/feature-store";
import type { NodeFunction } from "../modules/function";
import { KafkaEventSource } from "../modules/kafka-event-source";
import { EnvironmentStack } from "./environment-stack";
import { addSchedule } from "./function-schedule";
import type { LakeStack } from "./lake";
import { createFunction, type FunctionContext } from "./pipeline-function";
import type { StreamingStack } from "./streaming";

/** The feature group, the function that fills it from Kafka, and the one that watches its quality. */
export class FeaturesStack extends EnvironmentStack {
  readonly group: FeatureStore;
  readonly source: KafkaEventSource;
  readonly functions: Readonly<Record<"feature-store" | "check-feature-store", NodeFunction>>;

  constructor(
    scope: Construct,
    private readonly context: FunctionContext,
    private readonly streaming: StreamingStack,
    private readonly lake: LakeStack,
  ) {
    super(scope, "features", context.environment);
    this.group = new FeatureStore(this, "group", {
      name: this.resourceName("aggregates"),
      recordIdentifier: RECORD_IDENTIFIER,
      eventTime: EVENT_TIME,
      features: featureDefinitions(),
      bucketName: lake.lake.bucketName,
      prefix: "features/",
      kmsKeyArn: lake.key.keyArn,
      trustSourceAccount: context.environment.trust.sourceAccount.sagemaker,
    });
    const ingest = this.ingestion();
    this.source = this.eventSource(ingest);
    this.functions = { "feature-store": ingest, "check-feature-store": this.qualityCheck() };
  }

  private ingestion(): NodeFunction {
    const { environment } = this;
    return createFunction(this, "feature-store", this.context, {
      description: `Writes ${environment.kafka.topics.output.name} to the feature group`,
      environment: { FEATURE_GROUP_NAME: this.group.featureGroupName },
      policyArns: { features: this.group.writerPolicyArn },
    });
  }

  private eventSource(ingest: NodeFunction): KafkaEventSource {
    const { environment } = this;
    const failures = new Bucket(this, "failures", {
      bucketName: bucketName(environment, "failures"),
      kmsKeyArn: this.lake.key.keyArn,
      logBucketName: this.lake.accessLogs.bucketName,
      expireDays: 90,
      forceDestroy: !environment.protectData,
    });
    return new KafkaEventSource(this, "aggregates", {
      name: this.resourceName("feature-store"),
      functionName: ingest.functionName,
      roleName: ingest.roleName,
      clusterArn: this.streaming.cluster.clusterArn,
      topic: environment.kafka.topics.output.name,
      consumerGroupId: this.resourceName("feature-store"),
      onFailureBucketArn: failures.bucketArn,
      onFailureKmsKeyArn: this.lake.key.keyArn,
    });
  }

  private qualityCheck(): NodeFunction {
    const { producer, alarms } = this.environment;
    const check = createFunction(this, "check-feature-store", this.context, {
      description: "Measures count, age, completeness and duplicates of the features",
      environment: {
        FEATURE_GROUP_NAME: this.group.featureGroupName,
        TICKERS: producer.tickers.join(","),
        MAX_AGE_SECONDS: String(alarms.featureAgeSeconds),
        ATHENA_WORKGROUP: this.lake.lake.workgroupName,
        OFFLINE_DATABASE: this.group.offlineDatabase,
        OFFLINE_TABLE: this.group.offlineTable,
      },
      policyArns: { features: this.group.readerPolicyArn, athena: this.lake.lake.queryPolicyArn },
    });
    addSchedule(this, this.environment, "check-feature-store", check, { schedule: "check_schedule" });
    return check;
  }
}
