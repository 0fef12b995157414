import { DataAwsMskBootstrapBrokers } from "@cdktf/provider-aws/lib/data-aws-msk-bootstrap-brokers";
import { MskServerlessCluster } from "@cdktf/provider-aws/lib/msk-serverless-cluster";
import { Construct } from "constructs";
import * as z from "zod";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { text } from "../../module-kit/text";

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9-]{1,64}$/, "be 1 to 64 of a-z, A-Z, 0-9 and hyphen").describe("Name of the cluster."),
  subnetIds: z
    .array(z.string())
    .min(2)
    .describe("IDs of private subnets in at least two availability zones, for the cluster's network interfaces."),
  securityGroupIds: z
    .array(z.string())
    .min(1)
    .max(5)
    .describe("IDs of the security groups of the cluster's network interfaces; clients come in on port 9098."),
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});

/**
 * An MSK Serverless cluster. Clients authenticate with IAM over TLS on port 9098; there is no other way in.
 * The provider waits up to 120 minutes for it, which AWS does need at times.
 */
export class KafkaServerless extends Construct {
  private readonly cluster: MskServerlessCluster;
  private readonly brokers: DataAwsMskBootstrapBrokers;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    this.cluster = new MskServerlessCluster(this, "this", {
      clusterName: p.name,
      vpcConfig: [{ subnetIds: p.subnetIds, securityGroupIds: p.securityGroupIds }],
      clientAuthentication: { sasl: { iam: { enabled: true } } },
      tags: p.tags,
    });
    this.brokers = new DataAwsMskBootstrapBrokers(this, "brokers", { clusterArn: this.cluster.arn });
  }

  get clusterArn(): string {
    return this.cluster.arn;
  }

  get clusterName(): string {
    return this.cluster.clusterName;
  }

  get clusterUuid(): string {
    return this.cluster.clusterUuid;
  }

  /** `host:9098` pairs, comma-separated. */
  get bootstrapBrokers(): string {
    return this.brokers.bootstrapBrokersSaslIam;
  }
}

export const kafkaServerlessModule = defineModule({
  name: "kafka-serverless",
  description: "An MSK Serverless cluster in private subnets, with IAM authentication only.",
  inputs,
  construct: KafkaServerless,
  outputs: {
    clusterArn: { description: "ARN of the cluster.", value: (m) => m.clusterArn },
    clusterName: { description: "Name of the cluster.", value: (m) => m.clusterName },
    clusterUuid: { description: "UUID at the end of the cluster's ARN.", value: (m) => m.clusterUuid },
    bootstrapBrokers: {
      description: "Brokers that IAM clients start from, as comma-separated host:port pairs.",
      value: (m) => m.bootstrapBrokers,
    },
  },
});
