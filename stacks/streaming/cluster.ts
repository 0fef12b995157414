import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { Construct } from "constructs";
import type { Environment } from "../../envs/schema";
import { KafkaProvisioned } from "../../modules/kafka-provisioned";
import { KafkaServerless } from "../../modules/kafka-serverless";
import { LogGroup } from "../../modules/log-group";
import type { NetworkStack } from "../network";

/** What the rest of the pipeline knows of a cluster, whichever kind it is. */
export interface Cluster {
  readonly clusterArn: string;
  readonly clusterName: string;
  /** Brokers for clients with IAM, separated by commas. */
  readonly bootstrapBrokers: string;
}

interface ClusterProps {
  readonly environment: Environment;
  readonly network: NetworkStack;
  readonly name: string;
  readonly kmsKeyArn: string;
}

/** The environment's cluster: MSK Serverless, or brokers of its own. */
export function createCluster(scope: Construct, { environment, network, name, kmsKeyArn }: ClusterProps): Cluster {
  const { kafka, retention } = environment;
  const placement = {
    name,
    subnetIds: network.network.privateSubnetIds,
    securityGroupIds: [network.groups.kafka.securityGroupId],
  };
  if (kafka.mode === "serverless") return new KafkaServerless(scope, "kafka", placement);

  allowPrivateConnectivity(scope, network);
  const logs = new LogGroup(scope, "broker_logs", {
    name: `/aws/msk/${name}`,
    retentionDays: retention.logDays,
    kmsKeyArn: network.logsKey.keyArn,
  });
  return new KafkaProvisioned(scope, "kafka", {
    ...placement,
    kafkaVersion: kafka.kafkaVersion,
    brokerCount: kafka.brokerCount,
    instanceType: kafka.instanceType,
    volumeGib: kafka.volumeGib,
    kmsKeyArn,
    logGroupName: logs.name,
    privateConnectivity: true,
  });
}

/**
 * Firehose reaches provisioned brokers through a load balancer in the cluster's own subnets, on these ports
 * (https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html).
 */
function allowPrivateConnectivity(scope: Construct, { network, groups }: NetworkStack): void {
  new VpcSecurityGroupIngressRule(scope, "private_connectivity", {
    securityGroupId: groups.kafka.securityGroupId,
    description: "Private connectivity with IAM, for Firehose",
    cidrIpv4: network.vpcCidr,
    ipProtocol: "tcp",
    fromPort: 14001,
    toPort: 14100,
  });
}
