import { at, blocks, isSet, list, type Rule } from "../rule";
import { knownCount } from "./count";
import { allowed } from "./statements";

const CLUSTERS = ["aws_msk_serverless_cluster", "aws_msk_cluster"];

/** `*`, or the ARN of every topic of a cluster, written out or derived from the cluster's. */
const EVERY_TOPIC = /^\*$|:topic\/([^/]*\/){0,2}\*$|":topic\/"\)\}\/\*$/;

/** MSK in both kinds, and what IAM lets clients do with topics. */
export const kafkaRules: readonly Rule[] = [
  {
    id: "msk-serverless-iam",
    types: ["aws_msk_serverless_cluster"],
    requirement: "must authenticate clients with IAM",
    check: ({ body }) => at(body, "client_authentication.sasl.iam.enabled") === true,
  },
  {
    id: "msk-subnets",
    types: CLUSTERS,
    requirement: "must be in at least two subnets",
    check: (resource, model) => {
      const { body } = resource;
      const subnets = at(body, "vpc_config.subnet_ids") ?? at(body, "broker_node_group_info.client_subnets");
      return knownCount(subnets, resource, model) >= 2;
    },
  },
  {
    id: "msk-security-groups",
    types: CLUSTERS,
    requirement: "must name its security groups, at most five",
    check: ({ body }) => {
      const groups = list(
        at(body, "vpc_config.security_group_ids") ?? at(body, "broker_node_group_info.security_groups"),
      );
      return groups.length >= 1 && groups.length <= 5;
    },
  },
  {
    id: "msk-provisioned-iam-only",
    types: ["aws_msk_cluster"],
    requirement: "must authenticate clients with IAM and nothing else",
    check: ({ body }) => {
      const sasl = blocks(blocks(body, "client_authentication")[0] ?? {}, "sasl")[0];
      const others = [sasl?.scram === true, isSet(at(body, "client_authentication.tls.certificate_authority_arns"))];
      const anonymous = at(body, "client_authentication.unauthenticated") !== false;
      return sasl?.iam === true && !others.includes(true) && !anonymous;
    },
  },
  {
    id: "msk-encryption-in-transit",
    types: ["aws_msk_cluster"],
    requirement: "must talk TLS to clients and between brokers",
    counterparts: ["AwsSolutions-MSK2", "AwsSolutions-MSK3"],
    check: ({ body }) =>
      at(body, "encryption_info.encryption_in_transit.client_broker") === "TLS" &&
      at(body, "encryption_info.encryption_in_transit.in_cluster") !== false,
  },
  {
    id: "msk-encryption-at-rest",
    types: ["aws_msk_cluster"],
    requirement: "must be encrypted with a KMS key of the project",
    check: ({ body }) => isSet(at(body, "encryption_info.encryption_at_rest_kms_key_arn")),
  },
  {
    id: "msk-broker-logs",
    types: ["aws_msk_cluster"],
    requirement: "must send its brokers' logs to CloudWatch",
    counterparts: ["AwsSolutions-MSK6"],
    check: ({ body }) => at(body, "logging_info.broker_logs.cloudwatch_logs.enabled") === true,
  },
  {
    id: "msk-private",
    types: ["aws_msk_cluster"],
    requirement: "must not be reachable from the internet",
    check: ({ body }) => at(body, "broker_node_group_info.connectivity_info.public_access.type") === "DISABLED",
  },
  {
    id: "kafka-topics-named",
    types: ["data.aws_iam_policy_document"],
    requirement: "must name each topic in permissions for Kafka data",
    check: ({ body }) =>
      allowed(body)
        .filter(({ actions }) => actions.some((action) => action.startsWith("kafka-cluster:")))
        .flatMap(({ resources }) => resources.filter((resource) => EVERY_TOPIC.test(resource))),
  },
];
