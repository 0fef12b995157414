import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import type { Construct } from "constructs";
import { featureDefinitions } from "../contracts/feature-definitions";
import { EVENT_TIME, RECORD_IDENTIFIER } from "../contracts/feature-record";
import { bucketName } from "../envs/names";
import { Bucket } from "../modules/bucket";
import { FeatureStore } from "../modules/feature-store";
import type { LambdaFunction } from "../modules/function";
import { KafkaEventSource } from "../modules/kafka-event-source";
import { Schedule } from "../modules/schedule";
import { EnvironmentStack } from "./environment-stack";
import { checkStatements, ingestStatements, type Statement } from "./features/permissions";
import type { LakeStack } from "./lake";
import { type FunctionContext, pipelineFunction } from "./pipeline-function";
import type { StreamingStack } from "./streaming";

/** The feature group, the function that fills it from Kafka, and the one that watches its quality. */
export class FeaturesStack extends EnvironmentStack {
  readonly group: FeatureStore;
  readonly ingest: LambdaFunction;
  readonly check: LambdaFunction;

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
      offlineBucketName: lake.lake.bucketName,
      offlinePrefix: "features",
      kmsKeyArn: lake.key.keyArn,
    });
    this.ingest = this.ingestion();
    this.check = this.qualityCheck();
  }

  private ingestion(): LambdaFunction {
    const { environment } = this;
    const failures = new Bucket(this, "failures", {
      bucketName: bucketName(environment, "failures"),
      kmsKeyArn: this.lake.key.keyArn,
      logBucketName: this.lake.accessLogs.bucketName,
      expireDays: 90,
      forceDestroy: !environment.protectData,
    });
    const ingest = pipelineFunction(this, "feature-store", this.context, {
      description: `Writes ${environment.kafka.topics.output.name} to the feature group`,
      timeoutSeconds: 60,
      environment: { FEATURE_GROUP_NAME: this.group.featureGroupName },
      policyArns: { features: this.policy("ingest", ingestStatements(this.group)) },
    });
    new KafkaEventSource(this, "aggregates", {
      name: this.named("feature-store"),
      functionName: ingest.functionName,
      functionArn: ingest.functionArn,
      roleName: ingest.roleName,
      clusterArn: this.streaming.cluster.clusterArn,
      topic: environment.kafka.topics.output.name,
      consumerGroupId: this.named("feature-store"),
      onFailureBucketArn: failures.bucketArn,
      onFailureKmsKeyArn: this.lake.key.keyArn,
    });
    return ingest;
  }

  private qualityCheck(): LambdaFunction {
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
      },
      policyArns: { features: this.policy("check", checkStatements(this.group, this.lake)) },
    });
    new Schedule(this, "check_schedule", {
      name: this.named("check-feature-store"),
      functionArn: check.functionArn,
      expression: "rate(5 minutes)",
    });
    return check;
  }

  private policy(id: string, statement: Statement[]): string {
    const document = new DataAwsIamPolicyDocument(this, `${id}_policy_document`, { statement });
    return new IamPolicy(this, `${id}_policy`, { name: this.named(`features-${id}`), policy: document.json }).arn;
  }
}
