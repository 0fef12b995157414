import { specify } from "./support/specification";

const CLIENTS = [
  "producer",
  "consumer",
  "aggregator",
  "create-topics",
  "feature-store",
  "replay",
  "bastion",
  "aggregates-source",
];

const WRITE = ["kafka-cluster:WriteData"];
const READ = ["kafka-cluster:ReadData"];
const ADMINISTER = [
  "kafka-cluster:CreateTopic",
  "kafka-cluster:AlterTopic",
  "kafka-cluster:AlterTopicDynamicConfiguration",
];
const DELETE = ["kafka-cluster:DeleteTopic"];
const JOIN = ["kafka-cluster:AlterGroup"];

specify(({ cluster, topic, group, transaction, topicsAreDeletable }) => [
  { action: "connect to the cluster", actions: ["kafka-cluster:Connect"], resource: cluster, roles: CLIENTS },
  {
    action: "find the cluster by the API",
    actions: ["kafka:DescribeClusterV2"],
    resource: cluster,
    roles: ["feature-store", "aggregates-source"],
  },
  {
    action: "find the brokers by the API",
    actions: ["kafka:GetBootstrapBrokers"],
    resource: "*",
    roles: ["feature-store", "aggregates-source"],
  },
  {
    action: "change the cluster, its settings or its policy",
    actions: ["kafka:DeleteCluster", "kafka:PutClusterPolicy", "kafka-cluster:AlterClusterDynamicConfiguration"],
    resource: cluster,
    roles: [],
  },

  { action: "write prices", actions: WRITE, resource: topic.input, roles: ["producer", "replay"] },
  { action: "read prices", actions: READ, resource: topic.input, roles: ["aggregator", "replay", "bastion"] },
  { action: "write aggregates", actions: WRITE, resource: topic.output, roles: ["aggregator"] },
  {
    action: "read aggregates",
    actions: READ,
    resource: topic.output,
    roles: ["consumer", "feature-store", "aggregates-source", "bastion"],
  },
  { action: "write dead letters", actions: WRITE, resource: topic.dlq, roles: ["aggregator"] },
  { action: "read dead letters", actions: READ, resource: topic.dlq, roles: ["consumer", "replay", "bastion"] },
  {
    action: "write idempotently",
    actions: ["kafka-cluster:WriteDataIdempotently"],
    resource: cluster,
    roles: ["producer", "aggregator", "replay"],
  },
  {
    action: "make or change the input topic",
    actions: ADMINISTER,
    resource: topic.input,
    roles: ["create-topics"],
  },
  {
    action: "make or change the output topic",
    actions: ADMINISTER,
    resource: topic.output,
    roles: ["create-topics"],
  },
  {
    action: "make or change the dead letters' topic",
    actions: ADMINISTER,
    resource: topic.dlq,
    roles: ["create-topics"],
  },
  ...[topic.input, topic.output, topic.dlq].map((resource) => ({
    action: `delete ${resource.split("/").at(-1)}`,
    actions: DELETE,
    resource,
    roles: topicsAreDeletable ? ["create-topics"] : [],
  })),
  {
    action: "do anything with another topic",
    actions: [...WRITE, ...READ, ...ADMINISTER, ...DELETE, "kafka-cluster:DescribeTopic"],
    resource: topic.other,
    roles: [],
  },

  { action: "join the consumer's group", actions: JOIN, resource: group("consumer"), roles: ["consumer"] },
  { action: "join the job's group", actions: JOIN, resource: group("aggregator"), roles: ["aggregator"] },
  {
    action: "join the feature store's group",
    actions: JOIN,
    resource: group("feature-store"),
    roles: ["feature-store"],
  },
  { action: "join the replay's group", actions: JOIN, resource: group("replay"), roles: ["replay"] },
  { action: "join the operators' group", actions: JOIN, resource: group("bastion"), roles: ["bastion"] },
  { action: "join another group", actions: JOIN, resource: group("another"), roles: [] },
  { action: "delete a group", actions: ["kafka-cluster:DeleteGroup"], resource: group("aggregator"), roles: [] },
  {
    action: "take part in the job's transactions",
    actions: ["kafka-cluster:AlterTransactionalId", "kafka-cluster:DescribeTransactionalId"],
    resource: transaction("aggregator-0-1"),
    roles: ["aggregator"],
  },
  {
    action: "replay dead letters in a transaction",
    actions: ["kafka-cluster:AlterTransactionalId", "kafka-cluster:DescribeTransactionalId"],
    resource: transaction("replay"),
    roles: ["replay"],
  },
  {
    action: "take part in another's transactions",
    actions: ["kafka-cluster:AlterTransactionalId"],
    resource: transaction("another-0-1"),
    roles: [],
  },
]);
