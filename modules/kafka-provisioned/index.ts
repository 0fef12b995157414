import { DataAwsMskBootstrapBrokers } from "@cdktf/provider-aws/lib/data-aws-msk-bootstrap-brokers";
import { MskCluster } from "@cdktf/provider-aws/lib/msk-cluster";
import { MskConfiguration } from "@cdktf/provider-aws/lib/msk-configuration";
import { Fn, Op, TerraformLocal, Token } from "cdktf";
import { Construct } from "constructs";
import * as z from "zod";
import { demand } from "../../module-kit/demand";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { merge, sharesEvenly } from "../../module-kit/structure";
import { text } from "../../module-kit/text";

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9-]{1,64}$/, "have 1 to 64 letters, digits and hyphens").describe(
    "Name of the cluster and of its configuration.",
  ),
  kafkaVersion: text(
    /^[3-9]\.[0-9x]+\.([0-9]+|x)(\.kraft)?$/,
    "be an Apache Kafka version that MSK offers, such as 3.8.x",
  )
    .default("3.8.x")
    .describe("Apache Kafka version."),
  brokerCount: z.int().min(2).max(60).default(3).describe("Number of brokers, a multiple of the number of subnets."),
  instanceType: text(
    /^kafka\.(m5|m7g)\.[0-9]*x?large$/,
    "be of the kafka.m5 or kafka.m7g family, such as kafka.m7g.large: Firehose reads the cluster through MSK's " +
      "multi-VPC private connectivity, which kafka.t3.small does not support",
  )
    .default("kafka.m7g.large")
    .describe("Instance type of the brokers, of the kafka.m5 or kafka.m7g family."),
  volumeGib: z
    .int()
    .min(1)
    .max(16384)
    .default(100)
    .describe("Storage of each broker, in GiB; it can grow, never shrink."),
  subnetIds: z
    .array(z.string())
    .min(2)
    .max(3)
    .describe("IDs of private subnets, one in each of two or three availability zones."),
  securityGroupIds: z
    .array(z.string())
    .min(1)
    .describe("IDs of the security groups of the brokers; clients come in on port 9098."),
  kmsKeyArn: z.string().describe("ARN of the KMS key that encrypts the brokers' storage."),
  logGroupName: z.string().describe("Name of the log group that receives the brokers' logs."),
  privateConnectivity: z
    .boolean()
    .default(true)
    .describe("Whether clients in other VPCs, such as Firehose, can connect privately with IAM."),
  configuration: z
    .record(text(/^[a-z0-9.]+$/, "be the name of a broker setting, such as log.retention.hours"), z.string())
    .default({})
    .describe("Broker settings over the module's own, such as `log.retention.hours`."),
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});

/** MSK brokers that only IAM clients reach, over TLS, encrypted with a key of yours, logging to CloudWatch. */
export class KafkaProvisioned extends Construct {
  private readonly cluster: MskCluster;
  private readonly brokers: DataAwsMskBootstrapBrokers;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    const settings = new TerraformLocal(
      this,
      "settings",
      merge(
        {
          "auto.create.topics.enable": "false",
          // Three copies of each record where there are three brokers, and one of them may be away.
          "default.replication.factor": Token.asString(Fn.min([3, p.brokerCount])),
          "min.insync.replicas": Token.asString(Fn.min([2, Op.sub(p.brokerCount, 1)])),
          "unclean.leader.election.enable": "false",
        },
        p.configuration,
      ),
    ).expression;
    const configuration = new MskConfiguration(this, "configuration", {
      name: p.name,
      serverProperties: Fn.join("\n", Token.asList(Fn.formatlist("%s=%s", [Fn.keys(settings), Fn.values(settings)]))),
    });
    this.cluster = new MskCluster(this, "this", {
      clusterName: p.name,
      kafkaVersion: p.kafkaVersion,
      numberOfBrokerNodes: p.brokerCount,
      // Adds throughput by topic, which alarms and dashboards show.
      enhancedMonitoring: "PER_TOPIC_PER_BROKER",
      brokerNodeGroupInfo: {
        instanceType: p.instanceType,
        clientSubnets: p.subnetIds,
        securityGroups: p.securityGroupIds,
        storageInfo: { ebsStorageInfo: { volumeSize: p.volumeGib } },
        connectivityInfo: {
          publicAccess: { type: "DISABLED" },
          vpcConnectivity: { clientAuthentication: { sasl: { iam: p.privateConnectivity } } },
        },
      },
      clientAuthentication: { unauthenticated: false, sasl: { iam: true } },
      encryptionInfo: {
        encryptionAtRestKmsKeyArn: p.kmsKeyArn,
        encryptionInTransit: { clientBroker: "TLS", inCluster: true },
      },
      configurationInfo: { arn: configuration.arn, revision: configuration.latestRevision },
      loggingInfo: { brokerLogs: { cloudwatchLogs: { enabled: true, logGroup: p.logGroupName } } },
      tags: p.tags,
      // MSK puts the same number of brokers in each zone, and refuses a number that does not come out even.
      lifecycle: demand(
        this,
        "broker_count must be a multiple of the number of subnet_ids.",
        sharesEvenly(p.brokerCount, p.subnetIds),
      ),
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

export const kafkaProvisionedModule = defineModule({
  name: "kafka-provisioned",
  description:
    "An MSK cluster with brokers of its own, IAM authentication only, and private connectivity for Firehose.",
  inputs,
  construct: KafkaProvisioned,
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
