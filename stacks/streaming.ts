import type { Construct } from "constructs";
import { topicDeletion } from "../envs/topics";
import type { NodeFunction } from "../modules/function";
import { KafkaAccess } from "../modules/kafka-access";
import { KafkaPolicy } from "../modules/kafka-policy";
import { KafkaTopics } from "../modules/kafka-topics";
import { KmsKey } from "../modules/kms-key";
import { EnvironmentStack } from "./environment-stack";
import { createFunction, type FunctionContext } from "./pipeline-function";
import { createBastion } from "./streaming/bastion";
import { type Cluster, createCluster } from "./streaming/cluster";
import { topics } from "./streaming/topics";

/** Kafka: the cluster and who may connect to it, its topics, and the operators' host. */
export class StreamingStack extends EnvironmentStack {
  readonly key: KmsKey;
  readonly cluster: Cluster;
  readonly firehosePolicy: KafkaPolicy;
  readonly functions: Readonly<Record<"create-topics", NodeFunction>>;

  constructor(
    scope: Construct,
    private readonly context: FunctionContext,
  ) {
    const { environment, network } = context;
    super(scope, "streaming", environment);
    this.key = new KmsKey(this, "key", {
      name: this.resourceName("stream"),
      description: `Data in motion of ${this.resourceName("*")}`,
    });
    this.cluster = createCluster(this, {
      environment,
      network,
      name: this.resourceName("kafka"),
      kmsKeyArn: this.key.keyArn,
    });
    this.firehosePolicy = new KafkaPolicy(this, "policy", {
      clusterArn: this.cluster.clusterArn,
      trustSourceAccount: environment.trust.sourceAccount.firehose,
    });
    this.functions = { "create-topics": this.createTopics() };
    const placement = { environment, network, clusterArn: this.cluster.clusterArn, kmsKeyArn: this.key.keyArn };
    if (environment.bastion) createBastion(this, placement);
  }

  /** Topics are made by a function, for MSK Serverless has no API for them. */
  private createTopics(): NodeFunction {
    const { kafka } = this.environment;
    const wanted = topics(this.environment);
    const deletion = topicDeletion(this.environment);
    // Topics that leave are covered too, for as long as they are named.
    const administered = [...Object.keys(wanted), ...kafka.retiredTopics];
    const access = new KafkaAccess(this, "topic_admin", {
      name: this.resourceName("topic-admin"),
      clusterArn: this.cluster.clusterArn,
      adminTopics: administered,
      deleteTopics: deletion === "never" ? [] : administered,
    });
    const admin = createFunction(this, "create-topics", this.context, {
      description: `Creates, changes and deletes ${kafka.topics.input.name} and the other topics on behalf of Terraform`,
      environment: { KAFKA_BOOTSTRAP_BROKERS: this.cluster.bootstrapBrokers },
      policyArns: { kafka: access.policyArn },
    });
    new KafkaTopics(this, "topics", {
      clusterArn: this.cluster.clusterArn,
      functionName: admin.functionName,
      topics: wanted,
      deletion,
      retiredTopics: kafka.retiredTopics,
    });
    return admin;
  }
}
