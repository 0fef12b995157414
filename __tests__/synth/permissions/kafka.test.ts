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
  { deed: "connect to the cluster", actions: ["kafka-cluster:Connect"], resource: cluster, roles: CLIENTS },
  {
    deed: "find the cluster by the API",
    actions: ["kafka:DescribeClusterV2"],
    resource: cluster,
    roles: ["feature-store", "aggregates-source"],
  },
  {
    deed: "find the brokers by the API",
    actions: ["kafka:GetBootstrapBrokers"],
    resource: "*",
    roles: ["feature-store", "aggregates-source"],
  },
  {
    deed: "change the cluster, its settings or its policy",
    actions: ["kafka:DeleteCluster", "kafka:PutClusterPolicy", "kafka-cluster:AlterClusterDynamicConfiguration"],
    resource: cluster,
    roles: [],
  },

  { deed: "write prices", actions: WRITE, resource: topic.input, roles: ["producer", "replay"] },
  { deed: "read prices", actions: READ, resource: topic.input, roles: ["aggregator", "replay", "bastion"] },
  { deed: "write aggregates", actions: WRITE, resource: topic.output, roles: ["aggregator"] },
  {
    deed: "read aggregates",
    actions: READ,
    resource: topic.output,
    roles: ["consumer", "feature-store", "aggregates-source", "bastion"],
  },
  { deed: "write dead letters", actions: WRITE, resource: topic.dlq, roles: ["aggregator"] },
  { deed: "read dead letters", actions: READ, resource: topic.dlq, roles: ["consumer", "replay", "bastion"] },
  {
    deed: "write idempotently",
    actions: ["kafka-cluster:WriteDataIdempotently"],
    resource: cluster,
    roles: ["producer", "aggregator", "replay"],
  },
  {
    deed: "make or change the input topic",
    actions: ADMINISTER,
    resource: topic.input,
    roles: ["create-topics"],
  },
  {
    deed: "make or change the output topic",
    actions: ADMINISTER,
    resource: topic.output,
    roles: ["create-topics"],
  },
  {
    deed: "make or change the dead letters' topic",
    actions: ADMINISTER,
    resource: topic.dlq,
    roles: ["create-topics"],
  },
  ...[topic.input, topic.output, topic.dlq].map((resource) => ({
    deed: `delete ${resource.split("/").at(-1)}`,
    actions: DELETE,
    resource,
    roles: topicsAreDeletable ? ["create-topics"] : [],
  })),
  {
    deed: "do anything with another topic",
    actions: [...WRITE, ...READ, ...ADMINISTER, ...DELETE, "kafka-cluster:DescribeTopic"],
    resource: topic.other,
    roles: [],
  },

  { deed: "join the consumer's group", actions: JOIN, resource: group("consumer"), roles: ["consumer"] },
  { deed: "join the job's group", actions: JOIN, resource: group("aggregator"), roles: ["aggregator"] },
  { deed: "join the feature store's group", actions: JOIN, resource: group("feature-store"), roles: ["feature-store"] },
  { deed: "join the replay's group", actions: JOIN, resource: group("replay"), roles: ["replay"] },
  { deed: "join the operators' group", actions: JOIN, resource: group("bastion"), roles: ["bastion"] },
  { deed: "join another group", actions: JOIN, resource: group("another"), roles: [] },
  { deed: "delete a group", actions: ["kafka-cluster:DeleteGroup"], resource: group("aggregator"), roles: [] },
  {
    deed: "take part in the job's transactions",
    actions: ["kafka-cluster:AlterTransactionalId", "kafka-cluster:DescribeTransactionalId"],
    resource: transaction("aggregator-0-1"),
    roles: ["aggregator"],
  },
  {
    deed: "replay dead letters in a transaction",
    actions: ["kafka-cluster:AlterTransactionalId", "kafka-cluster:DescribeTransactionalId"],
    resource: transaction("replay"),
    roles: ["replay"],
  },
  {
    deed: "take part in another's transactions",
    actions: ["kafka-cluster:AlterTransactionalId"],
    resource: transaction("another-0-1"),
    roles: [],
  },
]);
