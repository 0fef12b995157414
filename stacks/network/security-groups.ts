import { Lazy } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../../envs/schema";
import type { Props } from "../../module-kit/inputs";
import type { Network } from "../../modules/network";
import { type inputs, SecurityGroup } from "../../modules/security-group";

/** Port of Kafka with IAM (https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html). */
export const KAFKA_IAM_PORT = 9098;
const HTTPS = 443;

type Egress = NonNullable<Props<typeof inputs>["egress"]>;

/** The brokers' group, and one for each kind of client that more than one stack places; every rule names its other side. */
export class SecurityGroups {
  readonly kafka: SecurityGroup;
  readonly functions: SecurityGroup;
  readonly flink: SecurityGroup;

  constructor(
    scope: Construct,
    private readonly environment: Environment,
    private readonly network: Network,
    resourceName: (thing: string) => string,
  ) {
    const client = (id: string, description: string) =>
      new SecurityGroup(scope, `${id}_group`, {
        name: resourceName(id),
        description,
        vpcId: network.vpcId,
        // Clients are made before the brokers' group, whose rules name them.
        egress: this.clientEgress(Lazy.stringValue({ produce: () => this.kafka.securityGroupId })),
      });
    this.functions = client("functions", "Functions that talk to Kafka");
    this.flink = client("flink", "Flink job");

    const from = (group: SecurityGroup) => ({ port: KAFKA_IAM_PORT, sourceSecurityGroupId: group.securityGroupId });
    this.kafka = new SecurityGroup(scope, "kafka_group", {
      name: resourceName("kafka"),
      description: "Kafka brokers and the pollers of event source mappings",
      vpcId: network.vpcId,
      ingress: { functions: from(this.functions), flink: from(this.flink) },
      // Batches that the pollers give up go to a bucket, from where the pollers are
      // (https://docs.aws.amazon.com/lambda/latest/dg/kafka-on-failure.html).
      egress: { s3: { port: HTTPS, prefixListId: network.s3PrefixListId } },
      selfPorts: [KAFKA_IAM_PORT],
    });
  }

  /** What every client may reach: the brokers, and AWS by HTTPS, through the NAT gateway or at the endpoints and S3 alone. */
  clientEgress(kafkaGroupId: string): Egress {
    const kafka = { port: KAFKA_IAM_PORT, securityGroupId: kafkaGroupId };
    if (this.environment.network.mode === "nat") return { kafka, https: { port: HTTPS, cidr: "0.0.0.0/0" } };
    return {
      kafka,
      endpoints: { port: HTTPS, securityGroupId: this.network.endpointSecurityGroupId },
      s3: { port: HTTPS, prefixListId: this.network.s3PrefixListId },
    };
  }
}
