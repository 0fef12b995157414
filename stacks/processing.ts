import type { Construct } from "constructs";
import type { FlinkApplication } from "../modules/flink-application";
import type { NodeFunction } from "../modules/function";
import { KafkaAccess } from "../modules/kafka-access";
import { EnvironmentStack } from "./environment-stack";
import { addSchedule } from "./function-schedule";
import type { LakeStack } from "./lake";
import { createFunction, type FunctionContext } from "./pipeline-function";
import { createJobArtifact } from "./processing/artifact";
import { createJob } from "./processing/job";
import { createReplayFunction } from "./processing/replay";
import type { StreamingStack } from "./streaming";

/** What happens to prices: the producer that makes them, the job that aggregates them, the consumer that looks at the result, and the replay of what was refused. */
export class ProcessingStack extends EnvironmentStack {
  readonly job: FlinkApplication;
  readonly functions: Readonly<Record<"producer" | "consumer" | "replay", NodeFunction>>;

  constructor(
    scope: Construct,
    private readonly context: FunctionContext,
    private readonly streaming: StreamingStack,
    lake: LakeStack,
  ) {
    const { environment, artifacts, network } = context;
    super(scope, "processing", environment);
    const code = createJobArtifact(this, environment, artifacts, lake);
    this.job = createJob(this, { environment, network, streaming, code });
    this.functions = {
      producer: this.production(),
      consumer: this.inspection(),
      replay: createReplayFunction(this, context, streaming, lake),
    };
  }

  private production(): NodeFunction {
    const { producer, kafka } = this.environment;
    const access = new KafkaAccess(this, "producer_access", {
      name: this.resourceName("producer"),
      clusterArn: this.streaming.cluster.clusterArn,
      writeTopics: [kafka.topics.input.name],
    });
    const fn = createFunction(this, "producer", this.context, {
      description: `Sends random prices to ${kafka.topics.input.name}`,
      environment: {
        KAFKA_BOOTSTRAP_BROKERS: this.streaming.cluster.bootstrapBrokers,
        INPUT_TOPIC: kafka.topics.input.name,
        TICKERS: producer.tickers.join(","),
        RECORDS_PER_INVOCATION: String(producer.recordsPerInvocation),
      },
      policyArns: { kafka: access.policyArn },
    });
    addSchedule(this, this.environment, "producer", fn, { schedule: "producer_schedule" });
    return fn;
  }

  private inspection(): NodeFunction {
    const { output, dlq } = this.environment.kafka.topics;
    const group = this.resourceName("consumer");
    const access = new KafkaAccess(this, "consumer_access", {
      name: group,
      clusterArn: this.streaming.cluster.clusterArn,
      readTopics: [output.name, dlq.name],
      groups: [group],
    });
    const fn = createFunction(this, "consumer", this.context, {
      description: `Reports what is in ${output.name}, or ${dlq.name}, from a given position`,
      environment: {
        KAFKA_BOOTSTRAP_BROKERS: this.streaming.cluster.bootstrapBrokers,
        OUTPUT_TOPIC: output.name,
        CONSUMER_GROUP: group,
      },
      policyArns: { kafka: access.policyArn },
    });
    addSchedule(this, this.environment, "consumer", fn, { schedule: "consumer_schedule", queue: "consumer_missed" });
    return fn;
  }
}
