import type { Construct } from "constructs";
import { featureDefinitions } from "../contracts/feature-definitions";
import { EVENT_TIME, RECORD_IDENTIFIER } from "../contracts/feature-record";
import { bucketName } from "../envs/names";
import { Bucket } from "../modules/bucket";
import { FeatureStore } from "../modules/feature-store";
import type { NodeFunction } from "../modules/function";
import { KafkaEventSource } from "../modules/kafka-event-source";
import { Schedule } from "../modules/schedule";
import { EnvironmentStack } from "./environment-stack";
import { FEATURE_STORE_TIMEOUT_SECONDS } from "./feature-store-timeout";
import type { LakeStack } from "./lake";
import { missedInvocations } from "./missed-invocations";
import { type FunctionContext, pipelineFunction } from "./pipeline-function";
import type { StreamingStack } from "./streaming";

/** The feature group, the function that fills it from Kafka, and the one that watches its quality. */
export class FeaturesStack extends EnvironmentStack {
  readonly group: FeatureStore;
  readonly ingest: NodeFunction;
  readonly source: KafkaEventSource;
  readonly check: NodeFunction;

  constructor(
    scope: Construct,
    private readonly context: FunctionContext,
    private readonly streaming: StreamingStack,
    private readonly lake: LakeStack,
  ) {
    super(scope, "features", context.environment);
    this.group = new FeatureStore(this, "group", {
      name: this.named("aggregates"),
      recordIdentifier: RECORD_IDENTIFIER,
      eventTime: EVENT_TIME,
      features: featureDefinitions(),
      bucketName: lake.lake.bucketName,
      prefix: "features/",
      kmsKeyArn: lake.key.keyArn,
      trustSourceAccount: context.environment.trust.sourceAccount.sagemaker,
    });
    this.ingest = this.ingestion();
    this.source = this.eventSource(this.ingest);
    this.check = this.qualityCheck();
  }

  private ingestion(): NodeFunction {
    const { environment } = this;
    return pipelineFunction(this, "feature-store", this.context, {
      description: `Writes ${environment.kafka.topics.output.name} to the feature group`,
      timeoutSeconds: FEATURE_STORE_TIMEOUT_SECONDS,
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
      name: this.named("feature-store"),
      functionName: ingest.functionName,
      roleName: ingest.roleName,
      clusterArn: this.streaming.cluster.clusterArn,
      topic: environment.kafka.topics.output.name,
      consumerGroupId: this.named("feature-store"),
      onFailureBucketArn: failures.bucketArn,
      onFailureKmsKeyArn: this.lake.key.keyArn,
    });
  }

  private qualityCheck(): NodeFunction {
    const { producer, alarms } = this.environment;
    const check = pipelineFunction(this, "check-feature-store", this.context, {
      description: "Measures count, age, completeness and duplicates of the features",
      timeoutSeconds: 120,
      reservedConcurrency: 1,
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
    new Schedule(this, "check_schedule", {
      name: this.named("check-feature-store-schedule"),
      functionArn: check.functionArn,
      expression: "rate(5 minutes)",
      deadLetterArn: missedInvocations(this, this.named("check-feature-store-missed")),
    });
    return check;
  }
}
