import { KafkaServerless } from "../../../modules/kafka-serverless";
import { synthesize } from "./support/synthesize";

const props = { name: "acme-kafka", subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["sg-1"] };

describe("kafka-serverless", () => {
  test("authenticates with IAM, in the given subnets", () => {
    const { resource } = synthesize((stack) => new KafkaServerless(stack, "kafka", props));
    expect(resource.aws_msk_serverless_cluster?.kafka).toMatchObject({
      client_authentication: { sasl: { iam: { enabled: true } } },
      vpc_config: [{ subnet_ids: ["subnet-a", "subnet-b"], security_group_ids: ["sg-1"] }],
    });
  });

  test("takes its brokers from the bootstrap data source", () => {
    const { data } = synthesize((stack) => new KafkaServerless(stack, "kafka", props));
    expect(data.aws_msk_bootstrap_brokers?.kafka_brokers?.cluster_arn).toBe("${aws_msk_serverless_cluster.kafka.arn}");
  });

  test("refuses one subnet, and more than five security groups", () => {
    const build = (over: Partial<typeof props>) => () =>
      synthesize((stack) => new KafkaServerless(stack, "kafka", { ...props, ...over }));
    expect(build({ subnetIds: ["subnet-a"] })).toThrow(/subnetIds.*>=2/s);
    expect(build({ securityGroupIds: ["1", "2", "3", "4", "5", "6"] })).toThrow(/securityGroupIds.*<=5/s);
  });
});
