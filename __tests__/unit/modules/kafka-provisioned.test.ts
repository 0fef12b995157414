import { Token } from "cdktf";
import { ref } from "cdktf/lib/tfExpression";
import { KafkaProvisioned } from "../../../modules/kafka-provisioned";
import { synthesize } from "./support/synthesize";

const props = {
  name: "acme-kafka",
  subnetIds: ["subnet-a", "subnet-b", "subnet-c"],
  securityGroupIds: ["sg-1"],
  kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/stream",
  logGroupName: "/aws/msk/acme-kafka",
};
const build = (over: Partial<ConstructorParameters<typeof KafkaProvisioned>[2]> = {}) =>
  synthesize((stack) => new KafkaProvisioned(stack, "kafka", { ...props, ...over }));
const clusterOf = (stack: ReturnType<typeof build>) => stack.resource.aws_msk_cluster?.kafka;

describe("kafka-provisioned", () => {
  test("authenticates with IAM only, over TLS, encrypted with the given key", () => {
    expect(clusterOf(build())).toMatchObject({
      client_authentication: { unauthenticated: false, sasl: { iam: true } },
      encryption_info: {
        encryption_at_rest_kms_key_arn: props.kmsKeyArn,
        encryption_in_transit: { client_broker: "TLS", in_cluster: true },
      },
      logging_info: { broker_logs: { cloudwatch_logs: { enabled: true, log_group: props.logGroupName } } },
    });
  });

  test("is private, and open to Firehose through multi-VPC connectivity", () => {
    expect(clusterOf(build()).broker_node_group_info.connectivity_info).toEqual({
      public_access: { type: "DISABLED" },
      vpc_connectivity: { client_authentication: { sasl: { iam: true } } },
    });
  });

  test("creates no topic by accident, whatever else is configured", () => {
    const { locals } = build({ configuration: { "log.retention.hours": "24" } });
    expect(locals.kafka_settings).toMatchObject({
      "auto.create.topics.enable": "false",
      "log.retention.hours": "24",
    });
  });

  test("refuses brokers that do not spread evenly over the subnets", () => {
    expect(() => build({ brokerCount: 4 })).toThrow(/broker_count must be a multiple of the number of subnet_ids/);
  });

  test("leaves that to the plan where the subnets are not known yet", () => {
    const [condition] = clusterOf(build({ subnetIds: Token.asList(ref("aws_subnet.private[*].id")) })).lifecycle
      .precondition;
    expect(condition.condition).toBe("${((3 % length(aws_subnet.private[*].id)) == 0)}");
  });

  test.each(["kafka.t3.small", "m7g.large", "kafka.m7g.tiny"])("refuses %s, and says what Firehose needs", (type) => {
    expect(() => build({ instanceType: type })).toThrow(
      /"instanceType".*multi-VPC private connectivity, which kafka\.t3\.small does not support/s,
    );
  });

  test.each(["kafka.m7g.large", "kafka.m5.24xlarge"])("takes %s", (instanceType) => {
    expect(clusterOf(build({ instanceType })).broker_node_group_info.instance_type).toBe(instanceType);
  });
});
