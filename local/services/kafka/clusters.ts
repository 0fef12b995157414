import { randomUUID } from "node:crypto";
import type { ServicesConfig } from "../config";
import { AwsError } from "../protocol/aws-error";
import { ByArn, CreateCluster, CreateClusterV2, List, type Provisioned } from "./schemas";
import {
  badRequest,
  type Cluster,
  clusterOf,
  type KafkaState,
  type KafkaStore,
  kafkaOperation,
  newVersion,
  type ProvisionedSettings,
} from "./state";
import { bootstrapBrokers, clusterInfo, clusterV2 } from "./views";

function withDefaults(request: Provisioned, config: ServicesConfig): ProvisionedSettings {
  const { configurationInfo, kafkaVersion, ...rest } = request;
  const nodes = request.brokerNodeGroupInfo;
  return {
    ...rest,
    storageMode: request.storageMode ?? "LOCAL",
    enhancedMonitoring: request.enhancedMonitoring ?? "DEFAULT",
    brokerNodeGroupInfo: {
      ...nodes,
      brokerAZDistribution: "DEFAULT",
      connectivityInfo: {
        ...nodes.connectivityInfo,
        publicAccess: { type: nodes.connectivityInfo?.publicAccess?.type ?? "DISABLED" },
      },
      zoneIds: nodes.zoneIds ?? nodes.clientSubnets.map((_, i) => `use1-az${i + 1}`),
    },
    encryptionInfo: {
      encryptionAtRest: request.encryptionInfo?.encryptionAtRest ?? {
        dataVolumeKMSKeyId: `arn:aws:kms:${config.region}:${config.accountId}:key/aws-msk`,
      },
      encryptionInTransit: { clientBroker: "TLS", inCluster: true, ...request.encryptionInfo?.encryptionInTransit },
    },
    currentBrokerSoftwareInfo: {
      kafkaVersion,
      configurationArn: configurationInfo?.arn,
      configurationRevision: configurationInfo?.revision,
    },
  };
}

function checkProvisioned(
  state: Readonly<KafkaState>,
  { brokerNodeGroupInfo, configurationInfo, numberOfBrokerNodes }: Provisioned,
): void {
  if (brokerNodeGroupInfo.connectivityInfo?.vpcConnectivity)
    throw badRequest("VPC connectivity cannot be set when a cluster is created; update the connectivity afterwards.");
  const zones = brokerNodeGroupInfo.clientSubnets.length;
  if (numberOfBrokerNodes % zones !== 0)
    throw badRequest(`numberOfBrokerNodes is ${numberOfBrokerNodes}; it must be a multiple of the ${zones} subnets.`);
  if (configurationInfo && !state.configurations[configurationInfo.arn]?.revisions[configurationInfo.revision - 1])
    throw badRequest(
      `Revision ${configurationInfo.revision} of configuration ${configurationInfo.arn} does not exist.`,
    );
}

/** Cluster operations: create, describe, list, delete, bootstrap brokers. */
export function clusterOperations(store: KafkaStore, config: ServicesConfig) {
  const create = (
    name: string,
    tags: Record<string, string> | undefined,
    kind: { serverless: NonNullable<unknown> } | { provisioned: Provisioned },
  ) =>
    store.change((state) => {
      if (Object.values(state.clusters).some(({ clusterName }) => clusterName === name))
        throw new AwsError("ConflictException", `A cluster named ${name} exists already.`, 409);
      if ("provisioned" in kind) checkProvisioned(state, kind.provisioned);
      const suffix = "serverless" in kind ? "s1" : "1";
      const clusterArn = `arn:aws:kafka:${config.region}:${config.accountId}:cluster/${name}/${randomUUID()}-${suffix}`;
      const base = {
        clusterArn,
        clusterName: name,
        creationTime: new Date().toISOString(),
        currentVersion: newVersion(),
        tags: tags ?? {},
      };
      const cluster = (
        "serverless" in kind
          ? { ...base, clusterType: "SERVERLESS", serverless: kind.serverless }
          : { ...base, clusterType: "PROVISIONED", provisioned: withDefaults(kind.provisioned, config) }
      ) as Cluster;
      state.clusters[clusterArn] = cluster;
      return { clusterArn, clusterName: name, clusterType: cluster.clusterType, state: "CREATING" };
    });

  return {
    "POST /v1/clusters": kafkaOperation(CreateCluster, ({ clusterName, tags, ...provisioned }) =>
      create(clusterName, tags, { provisioned }),
    ),
    "POST /api/v2/clusters": kafkaOperation(CreateClusterV2, ({ clusterName, tags, serverless, provisioned }) =>
      create(clusterName, tags, serverless ? { serverless } : { provisioned: provisioned! }),
    ),
    "GET /v1/clusters": kafkaOperation(List, () => ({
      clusterInfoList: Object.values(store.value.clusters).flatMap((c) =>
        c.clusterType === "PROVISIONED" ? [clusterInfo(c)] : [],
      ),
    })),
    "GET /api/v2/clusters": kafkaOperation(List, ({ clusterNameFilter = "" }) => ({
      clusterInfoList: Object.values(store.value.clusters)
        .filter(({ clusterName }) => clusterName.startsWith(clusterNameFilter))
        .map(clusterV2),
    })),
    "GET /v1/clusters/{clusterArn}": kafkaOperation(ByArn, ({ clusterArn }) => {
      const cluster = clusterOf(store.value, clusterArn);
      if (cluster.clusterType !== "PROVISIONED")
        throw badRequest("This operation cannot be performed on serverless clusters.", "clusterArn");
      return { clusterInfo: clusterInfo(cluster) };
    }),
    "GET /api/v2/clusters/{clusterArn}": kafkaOperation(ByArn, ({ clusterArn }) => ({
      clusterInfo: clusterV2(clusterOf(store.value, clusterArn)),
    })),
    "GET /v1/clusters/{clusterArn}/bootstrap-brokers": kafkaOperation(ByArn, ({ clusterArn }) =>
      bootstrapBrokers(clusterOf(store.value, clusterArn), config.kafkaBootstrapIam),
    ),
    "DELETE /v1/clusters/{clusterArn}": kafkaOperation(ByArn, ({ clusterArn, currentVersion }) =>
      store.change((state) => {
        const cluster = clusterOf(state, clusterArn);
        if (currentVersion && currentVersion !== cluster.currentVersion)
          throw badRequest(`currentVersion is ${currentVersion}; the cluster's is ${cluster.currentVersion}.`);
        delete state.clusters[clusterArn];
        delete state.policies[clusterArn];
        return { clusterArn, state: "DELETING" };
      }),
    ),
  };
}
