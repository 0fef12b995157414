import { DataAwsMskBootstrapBrokers } from "@cdktf/provider-aws/lib/data-aws-msk-bootstrap-brokers";
import { MskCluster } from "@cdktf/provider-aws/lib/msk-cluster";
import { MskConfiguration } from "@cdktf/provider-aws/lib/msk-configuration";
import { Fn, Op, TerraformLocal, Token } from "cdktf";
import { Construct } from "constructs";
import {
  KRAFT,
  MOST_BROKERS_WITH_ZOOKEEPER,
  TRANSACTIONAL_ID_EXPIRATION,
  TRANSACTIONAL_ID_EXPIRATION_MS,
} from "../../aws-limits/msk";
import { atMost, endsWith } from "../../module-kit/comparisons";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { mergeLifecycles, precondition } from "../../module-kit/precondition";
import { merge, sharesEvenly, singleBlockIf } from "../../module-kit/structure";
import { inputs } from "./inputs";

export { inputs };

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
          [TRANSACTIONAL_ID_EXPIRATION]: String(TRANSACTIONAL_ID_EXPIRATION_MS),
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
          // A block that says iam = false fails: https://github.com/hashicorp/terraform-provider-aws/issues/33204
          vpcConnectivity: singleBlockIf(p.privateConnectivity, { clientAuthentication: { sasl: { iam: true } } }),
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
      lifecycle: mergeLifecycles(
        // MSK puts the same number of brokers in each zone, and refuses a number that does not come out even.
        precondition(
          this,
          "broker_count must be a multiple of the number of subnet_ids.",
          sharesEvenly(p.brokerCount, p.subnetIds),
        ),
        precondition(
          this,
          `broker_count must be at most ${MOST_BROKERS_WITH_ZOOKEEPER} where kafka_version is one without ${KRAFT}.`,
          endsWith(p.kafkaVersion, KRAFT),
          atMost(p.brokerCount, MOST_BROKERS_WITH_ZOOKEEPER),
        ),
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
