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

  test("forgets transactional ids after a day, because the job takes new ones all the time", () => {
    expect(build().locals.kafka_settings).toMatchObject({ "transactional.id.expiration.ms": "604800000" });
  });

  test("has 60 brokers with KRaft, and 30 with ZooKeeper", () => {
    const brokers = (kafkaVersion: string, brokerCount: number) => clusterOf(build({ kafkaVersion, brokerCount }));
    expect(brokers("3.9.x.kraft", 60).number_of_broker_nodes).toBe(60);
    expect(brokers("3.9.x", 30).number_of_broker_nodes).toBe(30);
    expect(() => brokers("3.9.x", 33)).toThrow(
      /broker_count must be at most 30 where kafka_version is one without \.kraft/,
    );
    expect(() => brokers("3.9.x.kraft", 63)).toThrow(/brokerCount/);
  });

  test("is made in KRaft mode, of which there is no way back to ZooKeeper", () => {
    expect(clusterOf(build()).kafka_version).toBe("3.9.x.kraft");
  });

  test.each(["3.7.x", "3.7.x.kraft", "2.8.1", "4.0.x", "4.2.x.kraft", "3.9"])("refuses Kafka %s", (kafkaVersion) => {
    expect(() => build({ kafkaVersion })).toThrow(/"kafkaVersion".*be a version of Kafka that MSK offers: 3\.8\.x, /s);
  });

  test.each(["kafka.t3.small", "m7g.large", "kafka.m7g.tiny", "kafka.m7g.24xlarge", "express.m7g.large"])(
    "refuses %s, and says what Firehose needs",
    (type) => {
      expect(() => build({ instanceType: type })).toThrow(
        /"instanceType".*multi-VPC private connectivity, which kafka\.t3\.small does not support/s,
      );
    },
  );

  test.each(["kafka.m7g.large", "kafka.m5.24xlarge"])("takes %s", (instanceType) => {
    expect(clusterOf(build({ instanceType })).broker_node_group_info.instance_type).toBe(instanceType);
  });
});
