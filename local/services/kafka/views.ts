import type { Cluster, Configuration, ProvisionedSettings } from "./state";

function common(cluster: Cluster) {
  const { clusterArn, clusterName, creationTime, currentVersion, tags } = cluster;
  return { clusterArn, clusterName, creationTime, currentVersion, tags, state: "ACTIVE" };
}

function settings(provisioned: ProvisionedSettings) {
  // The provider reads the ZooKeeper addresses of every cluster; KRaft clusters have none to give.
  return { ...provisioned, zookeeperConnectString: "", zookeeperConnectStringTls: "" };
}

/** ClusterInfo of the first API (https://docs.aws.amazon.com/msk/1.0/apireference/clusters-clusterarn.html). */
export function clusterInfo(cluster: Cluster & { clusterType: "PROVISIONED" }) {
  return { ...common(cluster), ...settings(cluster.provisioned) };
}

/** Cluster of the second API (https://docs.aws.amazon.com/MSK/2.0/APIReference/v2-clusters-clusterarn.html). */
export function clusterV2(cluster: Cluster) {
  const kind =
    cluster.clusterType === "SERVERLESS"
      ? { serverless: cluster.serverless }
      : { provisioned: settings(cluster.provisioned) };
  return { ...common(cluster), clusterType: cluster.clusterType, ...kind };
}

/** Bootstrap brokers for each way in that the cluster's settings enable; all lead to the laptop's one broker. */
export function bootstrapBrokers(cluster: Cluster, iamBrokers: string) {
  if (cluster.clusterType === "SERVERLESS") return { bootstrapBrokerStringSaslIam: iamBrokers };
  const { clientAuthentication, brokerNodeGroupInfo } = cluster.provisioned;
  const vpcIam = brokerNodeGroupInfo.connectivityInfo?.vpcConnectivity?.clientAuthentication?.sasl?.iam?.enabled;
  return {
    ...(clientAuthentication?.sasl?.iam?.enabled ? { bootstrapBrokerStringSaslIam: iamBrokers } : {}),
    ...(vpcIam ? { bootstrapBrokerStringVpcConnectivitySaslIam: iamBrokers } : {}),
  };
}

/** Description of a configuration, without its revisions' properties. */
export function configurationView(configuration: Configuration) {
  const { arn, name, kafkaVersions, creationTime, description, revisions } = configuration;
  const { serverProperties: _, ...latestRevision } = revisions.at(-1)!;
  return { arn, name, kafkaVersions, creationTime, description, state: "ACTIVE", latestRevision };
}
