import { type Cases, document, one, stack } from "./case";

const serverless = "aws_msk_serverless_cluster";
const subnets = (ids: unknown) => ({ vpc_config: [{ subnet_ids: ids, security_group_ids: ["sg-1"] }] });
const network = {
  ...stack(["aws_subnet", "private", { count: 2 }]),
  output: { subnets: { value: "${aws_subnet.private[*].id}" } },
  terraform: { backend: { s3: { key: "p/dev/it.tfstate" } } },
};
const transit = (client_broker: string, in_cluster: boolean) => ({
  encryption_info: { encryption_in_transit: { client_broker, in_cluster } },
});
const authentication = (sasl: object, unauthenticated = false) => ({
  client_authentication: { sasl, unauthenticated },
});
const topic = (name: string) =>
  document({ actions: ["kafka-cluster:ReadData"], resources: [`arn:aws:kafka:r:1:topic/c/u/${name}`] });

export const kafkaCases: Cases = {
  "msk-serverless-iam": one(serverless, { client_authentication: { sasl: { iam: { enabled: true } } } }, {}),
  "msk-subnets": {
    good: [
      stack([serverless, "it", subnets(["a", "b"])]),
      { ...network, resource: { ...network.resource, [serverless]: { it: subnets("${aws_subnet.private[*].id}") } } },
    ],
    bad: [stack([serverless, "it", subnets(["a"])]), stack([serverless, "it", subnets(["a", "a"])])],
  },
  "msk-security-groups": one(
    serverless,
    { vpc_config: { security_group_ids: ["a"] } },
    { vpc_config: { security_group_ids: [] } },
    { vpc_config: { security_group_ids: ["a", "b", "c", "d", "e", "f"] } },
  ),
  "msk-provisioned-iam-only": one(
    "aws_msk_cluster",
    authentication({ iam: true }),
    authentication({ iam: true }, true),
    authentication({ iam: true, scram: true }),
    authentication({}),
  ),
  "msk-encryption-in-transit": one(
    "aws_msk_cluster",
    transit("TLS", true),
    transit("TLS_PLAINTEXT", true),
    transit("TLS", false),
  ),
  "msk-encryption-at-rest": one("aws_msk_cluster", { encryption_info: { encryption_at_rest_kms_key_arn: "k" } }, {}),
  "msk-broker-logs": one(
    "aws_msk_cluster",
    { logging_info: { broker_logs: { cloudwatch_logs: { enabled: true } } } },
    { logging_info: { broker_logs: { cloudwatch_logs: { enabled: false } } } },
  ),
  "msk-private": one(
    "aws_msk_cluster",
    { broker_node_group_info: { connectivity_info: { public_access: { type: "DISABLED" } } } },
    { broker_node_group_info: { connectivity_info: { public_access: { type: "SERVICE_PROVIDED_EIPS" } } } },
  ),
  "kafka-topics-named": one(
    "data.aws_iam_policy_document",
    topic("prices"),
    topic("*"),
    document({
      actions: ["kafka-cluster:ReadData"],
      resources: '${formatlist("%s/%s", replace(aws_msk_cluster.k.arn, ":cluster/", ":topic/"), ["*"])}',
    }),
    document({ actions: ["kafka-cluster:WriteData"], resources: ["*"] }),
  ),
};
