import { KafkaPolicy } from "../../../modules/kafka-policy";
import { statement, synthesize } from "./support/synthesize";

const clusterArn = "arn:aws:kafka:eu-west-1:111122223333:cluster/acme/uuid-1";

describe("kafka-policy", () => {
  test("lets Firehose connect to this cluster", () => {
    const stack = synthesize((scope) => new KafkaPolicy(scope, "policy", { clusterArn }));
    expect(statement(stack, "policy_firehose", "FirehosePrivateConnection")).toEqual({
      sid: "FirehosePrivateConnection",
      actions: ["kafka:CreateVpcConnection", "kafka:GetBootstrapBrokers", "kafka:DescribeClusterV2"],
      resources: [clusterArn],
      principals: [{ type: "Service", identifiers: ["firehose.amazonaws.com"] }],
      condition: [],
    });
    expect(stack.resource.aws_msk_cluster_policy?.policy).toMatchObject({ cluster_arn: clusterArn });
  });

  test("can ask that Firehose names this account as its source", () => {
    const stack = synthesize((scope) => new KafkaPolicy(scope, "policy", { clusterArn, trustSourceAccount: true }));
    expect(statement(stack, "policy_firehose", "FirehosePrivateConnection").condition).toEqual([
      { test: "StringEquals", variable: "aws:SourceAccount", values: [expect.stringContaining("account_id")] },
    ]);
  });
});
