import { Lazy } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../../envs/schema";
import type { Props } from "../../module-kit/inputs";
import type { Network } from "../../modules/network";
import { type inputs, SecurityGroup } from "../../modules/security-group";

/** Port of Kafka with IAM (https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html). */
export const KAFKA_IAM_PORT = 9098;
const HTTPS = 443;

/** The brokers' group, and one for each kind of client; every rule names its other side. */
export class SecurityGroups {
  readonly kafka: SecurityGroup;
  readonly functions: SecurityGroup;
  readonly flink: SecurityGroup;
  readonly bastion?: SecurityGroup;

  constructor(scope: Construct, environment: Environment, network: Network, named: (thing: string) => string) {
    const client = (id: string, description: string) =>
      new SecurityGroup(scope, `${id}_group`, {
        name: named(id),
        description,
        vpcId: network.vpcId,
        egress: {
          kafka: {
            port: KAFKA_IAM_PORT,
            securityGroupId: Lazy.stringValue({ produce: () => this.kafka.securityGroupId }),
          },
          ...wayOut(environment, network),
        },
      });
    this.functions = client("functions", "Functions that talk to Kafka");
    this.flink = client("flink", "Flink job");
    if (environment.bastion) this.bastion = client("bastion", "Host for operators");

    const from = (group: SecurityGroup) => ({ port: KAFKA_IAM_PORT, sourceSecurityGroupId: group.securityGroupId });
    this.kafka = new SecurityGroup(scope, "kafka_group", {
      name: named("kafka"),
      description: "Kafka brokers and the pollers of event source mappings",
      vpcId: network.vpcId,
      ingress: {
        functions: from(this.functions),
        flink: from(this.flink),
        ...(this.bastion && { bastion: from(this.bastion) }),
      },
      // Batches that the pollers give up go to a bucket, from where the pollers are
      // (https://docs.aws.amazon.com/lambda/latest/dg/kafka-on-failure.html).
      egress: { s3: { port: HTTPS, prefixListId: network.s3PrefixListId } },
      selfPorts: [KAFKA_IAM_PORT],
    });
  }
}

/** HTTPS to AWS: through the NAT gateway, or to the endpoints and S3 alone. */
function wayOut(environment: Environment, network: Network): NonNullable<Props<typeof inputs>["egress"]> {
  if (environment.network.mode === "nat") return { https: { port: HTTPS, cidr: "0.0.0.0/0" } };
  return {
    endpoints: { port: HTTPS, securityGroupId: network.endpointSecurityGroupId },
    s3: { port: HTTPS, prefixListId: network.s3PrefixListId },
  };
}
