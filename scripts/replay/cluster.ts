import { generateAuthToken } from "aws-msk-iam-sasl-signer-js";
import { type Admin, Kafka, type KafkaConfig, logLevel } from "kafkajs";
import { prefix } from "../../envs/names";
import type { Environment } from "../../envs/schema";
import type { PartitionRange } from "../../handlers/consumer/positions";
import { readCommittedOnly } from "../../handlers/shared/committed-records";
import { bearerTokens } from "../../handlers/shared/iam-token";

/** The Kafka that dead letters are in, and what the tool calls itself there. */
export interface Cluster {
  readonly kafka: Kafka;
  readonly topics: { readonly input: string; readonly dlq: string };
  /** The one group that the bastion's role may join. */
  readonly groupId: string;
  /** One for the environment, so that a second run ends the transactions of the first. */
  readonly transactionalId: string;
}

const CLIENT: Omit<KafkaConfig, "brokers"> = {
  clientId: "replay",
  logLevel: logLevel.NOTHING,
  retry: { initialRetryTime: 200, maxRetryTime: 2_000, retries: 8 },
};

/** A cluster with MSK's IAM sign-in, by any credentials that the AWS SDK finds. @param brokers host:port, comma separated */
export function mskCluster(environment: Environment, brokers: string): Cluster {
  const { region } = environment;
  const oauthBearerProvider = bearerTokens(() => generateAuthToken({ region }));
  const sasl = { mechanism: "oauthbearer", oauthBearerProvider } as const;
  return cluster(environment, new Kafka({ ...CLIENT, brokers: brokers.split(","), ssl: true, sasl }));
}

/** The laptop's broker, by its listener for people's tools. */
export function laptopCluster(environment: Environment, bootstrap: string): Cluster {
  return cluster(environment, new Kafka({ ...CLIENT, brokers: [bootstrap] }));
}

function cluster(environment: Environment, kafka: Kafka): Cluster {
  readCommittedOnly();
  const { input, dlq } = environment.kafka.topics;
  return {
    kafka,
    topics: { input: input.name, dlq: dlq.name },
    groupId: `${prefix(environment)}-bastion`,
    transactionalId: `${prefix(environment)}-replay`,
  };
}

/** Lets `work` ask the cluster, and hangs up afterwards. */
export async function withAdmin<T>({ kafka }: Cluster, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

/** The offsets that a topic's partitions begin and end with. */
export async function rangesOf(admin: Admin, topic: string): Promise<PartitionRange[]> {
  const offsets = await admin.fetchTopicOffsets(topic);
  return offsets.map(({ partition, low, high }) => ({ partition, low: BigInt(low), high: BigInt(high) }));
}
