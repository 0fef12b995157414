import type { Construct } from "constructs";
import { WINDOW_SECONDS } from "../../contracts/stock-aggregate";
import { FUTURE_TOLERANCE_SECONDS } from "../../contracts/stock-price";
import { prefix } from "../../envs/names";
import type { Environment } from "../../envs/schema";
import { FlinkApplication } from "../../modules/flink-application";
import { KafkaAccess } from "../../modules/kafka-access";
import type { NetworkStack } from "../network";
import type { StreamingStack } from "../streaming";
import type { JobArtifact } from "./artifact";

interface JobProps {
  readonly environment: Environment;
  readonly network: NetworkStack;
  readonly streaming: StreamingStack;
  readonly code: JobArtifact;
}

/** The Flink job as Managed Flink runs it. */
export function createJob(scope: Construct, { environment, network, streaming, code }: JobProps): FlinkApplication {
  const { flink, kafka, retention } = environment;
  const { input, output, dlq } = kafka.topics;
  const name = `${prefix(environment)}-aggregator`;
  const access = new KafkaAccess(scope, "job_access", {
    name,
    clusterArn: streaming.cluster.clusterArn,
    readTopics: [input.name],
    writeTopics: [output.name, dlq.name],
    groups: [name],
    transactionalIds: [`${name}-*`],
  });
  return new FlinkApplication(scope, "job", {
    name,
    codeBucketArn: code.bucketArn,
    codeKey: code.key,
    codeKmsKeyArn: code.kmsKeyArn,
    parallelism: flink.parallelism,
    parallelismPerKpu: flink.parallelismPerKpu,
    autoscaling: flink.autoscaling,
    checkpointIntervalMs: flink.checkpointIntervalMs,
    maintenanceWindowStart: flink.maintenanceWindowStart,
    propertyGroups: {
      kafka: {
        "bootstrap.servers": streaming.cluster.bootstrapBrokers,
        "input.topic": input.name,
        "output.topic": output.name,
        "dlq.topic": dlq.name,
        "group.id": name,
      },
      job: {
        "transactional.id.prefix": name,
        "window.seconds": String(WINDOW_SECONDS),
        "future.tolerance.seconds": String(FUTURE_TOLERANCE_SECONDS),
      },
    },
    subnetIds: network.network.privateSubnetIds,
    securityGroupIds: [network.groups.flink.securityGroupId],
    policyArns: { kafka: access.policyArn },
    logRetentionDays: retention.logDays,
    logKmsKeyArn: network.logsKey.keyArn,
  });
}
