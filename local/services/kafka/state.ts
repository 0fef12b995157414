import { AwsError } from "../protocol/aws-error";
import { operationsOf } from "../protocol/operation";
import type { Store } from "../state/store";
import type { Tags } from "../state/tags";
import type { Provisioned, Serverless } from "./schemas";

/** A provisioned cluster's settings with what MSK fills in. */
export type ProvisionedSettings = Omit<Provisioned, "configurationInfo" | "kafkaVersion"> & {
  readonly currentBrokerSoftwareInfo: {
    kafkaVersion: string;
    configurationArn?: string;
    configurationRevision?: number;
  };
};

interface ClusterBase {
  readonly clusterArn: string;
  readonly clusterName: string;
  readonly creationTime: string;
  currentVersion: string;
  tags: Tags;
}

/** A cluster of either kind. */
export type Cluster = ClusterBase &
  (
    | { readonly clusterType: "SERVERLESS"; readonly serverless: Serverless }
    | { readonly clusterType: "PROVISIONED"; provisioned: ProvisionedSettings }
  );

export interface Revision {
  readonly revision: number;
  readonly creationTime: string;
  readonly description?: string;
  /** Base64, as MSK carries it. */
  readonly serverProperties: string;
}

export interface Configuration {
  readonly arn: string;
  readonly name: string;
  readonly kafkaVersions: readonly string[];
  readonly creationTime: string;
  readonly description: string;
  readonly revisions: Revision[];
  tags: Tags;
}

export interface ClusterOperation {
  readonly operationArn: string;
  readonly clusterArn: string;
  readonly operationType: string;
  readonly operationState: "UPDATE_COMPLETE";
  readonly creationTime: string;
  readonly endTime: string;
}

/** Everything MSK remembers. */
export interface KafkaState {
  clusters: Record<string, Cluster>;
  policies: Record<string, { policy: string; currentVersion: string }>;
  configurations: Record<string, Configuration>;
  operations: Record<string, ClusterOperation>;
}
export type KafkaStore = Store<KafkaState>;

export const EMPTY_KAFKA: KafkaState = { clusters: {}, policies: {}, configurations: {}, operations: {} };

/** MSK's answer to a wrong input. */
export function badRequest(message: string, invalidParameter?: string): AwsError {
  return new AwsError("BadRequestException", message, 400, { invalidParameter });
}

/** MSK's answer to an unknown resource. */
export function notFound(what: string, invalidParameter = "clusterArn"): AwsError {
  return new AwsError("NotFoundException", `${what} does not exist.`, 404, { invalidParameter });
}

/** Builds MSK operations. */
export const kafkaOperation = operationsOf((problems) => badRequest(problems));

/** A new version token of a cluster or policy. */
export function newVersion(): string {
  return `K${Math.random().toString(36).slice(2, 14).toUpperCase()}`;
}

const CLUSTER_ARN = /^arn:aws[\w-]*:kafka:[\w-]+:\d{12}:cluster\/[^/]+\/[\w-]+$/;

/** Finds a cluster or refuses as MSK does: a malformed ARN is a bad request, an unknown one is not found. */
export function clusterOf(state: Readonly<KafkaState>, arn: string): Cluster {
  if (!CLUSTER_ARN.test(arn)) throw badRequest(`"${arn}" is not the ARN of a cluster.`, "clusterArn");
  const cluster = state.clusters[arn];
  if (!cluster) throw notFound(`Cluster ${arn}`);
  return cluster;
}
