import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Operation } from "../protocol/operation";
import {
  ByOperation,
  UpdateBrokerCount,
  UpdateBrokerStorage,
  UpdateBrokerType,
  UpdateConfiguration,
  UpdateConnectivity,
  UpdateKafkaVersion,
  UpdateMonitoring,
  UpdateSecurity,
} from "./schemas";
import {
  badRequest,
  clusterOf,
  type KafkaStore,
  kafkaOperation,
  newVersion,
  notFound,
  type ProvisionedSettings,
} from "./state";

type UpdateSchema = z.ZodType<{ clusterArn: string; currentVersion: string }>;

/** Updates of provisioned clusters; each is done at once and leaves an operation that says so. */
export function updateOperations(store: KafkaStore) {
  const update = <S extends UpdateSchema>(
    schema: S,
    operationType: string,
    apply: (settings: ProvisionedSettings, request: z.output<S>) => ProvisionedSettings,
  ): Operation =>
    kafkaOperation(schema, (request) =>
      store.change((state) => {
        const { clusterArn, currentVersion } = request;
        const cluster = clusterOf(state, clusterArn);
        if (cluster.clusterType !== "PROVISIONED")
          throw badRequest("This operation cannot be performed on serverless clusters.", "clusterArn");
        if (currentVersion !== cluster.currentVersion)
          throw badRequest(
            `currentVersion is ${currentVersion}; the cluster's is ${cluster.currentVersion}.`,
            "currentVersion",
          );
        cluster.provisioned = apply(cluster.provisioned, request);
        cluster.currentVersion = newVersion();
        const operationArn = `${clusterArn.replace(":cluster/", ":cluster-operation/")}/${randomUUID()}`;
        const now = new Date().toISOString();
        state.operations[operationArn] = {
          operationArn,
          clusterArn,
          operationType,
          operationState: "UPDATE_COMPLETE",
          creationTime: now,
          endTime: now,
        };
        return { clusterArn, clusterOperationArn: operationArn };
      }),
    );

  const describeOperation = kafkaOperation(ByOperation, ({ clusterOperationArn }) => {
    const operation = store.value.operations[clusterOperationArn];
    if (!operation) throw notFound(`Operation ${clusterOperationArn}`, "clusterOperationArn");
    return { clusterOperationInfo: operation };
  });

  return {
    "PUT /v1/clusters/{clusterArn}/connectivity": update(
      UpdateConnectivity,
      "UPDATE_CONNECTIVITY",
      (s, { connectivityInfo }) => ({
        ...s,
        brokerNodeGroupInfo: {
          ...s.brokerNodeGroupInfo,
          connectivityInfo: { ...s.brokerNodeGroupInfo.connectivityInfo, ...connectivityInfo },
        },
      }),
    ),
    "PUT /v1/clusters/{clusterArn}/configuration": update(
      UpdateConfiguration,
      "UPDATE_CLUSTER_CONFIGURATION",
      (s, { configurationInfo }) => {
        if (!store.value.configurations[configurationInfo.arn]?.revisions[configurationInfo.revision - 1])
          throw badRequest(
            `Revision ${configurationInfo.revision} of configuration ${configurationInfo.arn} does not exist.`,
          );
        const { arn: configurationArn, revision: configurationRevision } = configurationInfo;
        return {
          ...s,
          currentBrokerSoftwareInfo: { ...s.currentBrokerSoftwareInfo, configurationArn, configurationRevision },
        };
      },
    ),
    "PUT /v1/clusters/{clusterArn}/monitoring": update(
      UpdateMonitoring,
      "UPDATE_MONITORING",
      (s, { clusterArn: _, currentVersion: __, ...monitoring }) => ({ ...s, ...monitoring }),
    ),
    "PATCH /v1/clusters/{clusterArn}/security": update(
      UpdateSecurity,
      "UPDATE_SECURITY",
      (s, { clientAuthentication = s.clientAuthentication, encryptionInfo }) => ({
        ...s,
        clientAuthentication,
        encryptionInfo: { ...s.encryptionInfo, ...encryptionInfo },
      }),
    ),
    "PUT /v1/clusters/{clusterArn}/nodes/count": update(UpdateBrokerCount, "INCREASE_BROKER_COUNT", (s, r) => ({
      ...s,
      numberOfBrokerNodes: r.targetNumberOfBrokerNodes,
    })),
    "PUT /v1/clusters/{clusterArn}/nodes/type": update(UpdateBrokerType, "UPDATE_BROKER_TYPE", (s, r) => ({
      ...s,
      brokerNodeGroupInfo: { ...s.brokerNodeGroupInfo, instanceType: r.targetInstanceType },
    })),
    "PUT /v1/clusters/{clusterArn}/nodes/storage": update(UpdateBrokerStorage, "UPDATE_BROKER_STORAGE", (s, r) => {
      const { volumeSizeGB: volumeSize, provisionedThroughput } = r.targetBrokerEBSVolumeInfo[0]!;
      const ebsStorageInfo = {
        ...s.brokerNodeGroupInfo.storageInfo?.ebsStorageInfo,
        ...(volumeSize ? { volumeSize } : {}),
      };
      return {
        ...s,
        brokerNodeGroupInfo: {
          ...s.brokerNodeGroupInfo,
          storageInfo: {
            ebsStorageInfo: provisionedThroughput ? { ...ebsStorageInfo, provisionedThroughput } : ebsStorageInfo,
          },
        },
      };
    }),
    "PUT /v1/clusters/{clusterArn}/version": update(UpdateKafkaVersion, "UPDATE_CLUSTER_KAFKA_VERSION", (s, r) => ({
      ...s,
      currentBrokerSoftwareInfo: {
        ...s.currentBrokerSoftwareInfo,
        kafkaVersion: r.targetKafkaVersion,
        ...(r.configurationInfo
          ? { configurationArn: r.configurationInfo.arn, configurationRevision: r.configurationInfo.revision }
          : {}),
      },
    })),
    "GET /v1/operations/{clusterOperationArn}": describeOperation,
    "GET /api/v2/operations/{clusterOperationArn}": describeOperation,
  };
}
