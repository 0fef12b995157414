import { bucketName, prefix, stateBucket } from "../../../../envs/names";
import type { Environment } from "../../../../envs/schema";
import { topicDeletion } from "../../../../envs/topics";
import { arnIn, CLUSTER_UUID, iamArn, s3Arn } from "./arns";

/** ARNs of what an environment's roles work with, put together from names alone. */
export function things(environment: Environment) {
  const own = prefix(environment);
  const { input, output, dlq } = environment.kafka.topics;
  const arn = (service: string, resource: string) => arnIn(environment, service, resource);
  const inCluster = (kind: string, name?: string) =>
    arn("kafka", [`${kind}/${own}-kafka/${CLUSTER_UUID}`, name].filter(Boolean).join("/"));
  const bucket = (name: string) => s3Arn(bucketName(environment, name));

  return {
    name: (name: string) => `${own}-${name}`,
    cluster: inCluster("cluster"),
    topic: {
      input: inCluster("topic", input.name),
      output: inCluster("topic", output.name),
      dlq: inCluster("topic", dlq.name),
      other: inCluster("topic", "somebody-elses"),
    },
    topicsAreDeletable: topicDeletion(environment) !== "never",
    group: (name: string) => inCluster("group", `${own}-${name}`),
    transaction: (name: string) => inCluster("transactional-id", `${own}-${name}`),
    function: (name: string) => arn("lambda", `function:${own}-${name}`),
    lambdaLog: (name: string) => arn("logs", `log-group:/aws/lambda/${own}-${name}:log-stream:2026/11/22/a`),
    log: (group: string, stream: string) => arn("logs", `log-group:${group}:log-stream:${stream}`),
    application: arn("kinesisanalytics", `application/${own}-aggregator`),
    queue: (name: string) => arn("sqs", `${own}-${name}`),
    lake: bucket("lake"),
    failures: bucket("failures"),
    replayFiles: bucket("replay"),
    artifacts: bucket("artifacts"),
    state: s3Arn(stateBucket(environment)),
    /** A key, by its stack and its name there. */
    key: (stack: string, name: string) => arn("kms", `key/${environment.name}-${stack}-${name}`),
    featureGroup: (name: string) => arn("sagemaker", `feature-group/${name}`),
    ownFeatureGroup: arn("sagemaker", `feature-group/${own}-aggregates`),
    workgroup: arn("athena", `workgroup/${own}-analytics`),
    table: (database: string, table: string) => arn("glue", `table/${database}/${table}`),
    lakeDatabase: `${own}-lake`.replaceAll("-", "_"),
    role: (name: string) => iamArn(environment, `role/${own}-${name}`),
    via: (service: string) => ({ "kms:ViaService": `${service}.${environment.region}.amazonaws.com` }),
    /** ARN of anything else in the account. */
    arn,
  };
}
