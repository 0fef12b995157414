import { readFile, writeFile } from "node:fs/promises";
import { generateAuthToken } from "aws-msk-iam-sasl-signer-js";
import { Kafka, logLevel } from "kafkajs";
import { prefix } from "../../envs/names";
import type { Environment } from "../../envs/schema";
import type { Cluster } from "../../handlers/replay/cluster";
import type { DeadLetterFile } from "../../handlers/replay/tool";
import { bearerTokens } from "../../handlers/shared/iam-token";
import { patchKafkajs } from "../../handlers/shared/patched-kafkajs";

/**
 * An environment's Kafka as this machine reaches it: by MSK's IAM sign-in, with any credentials that the AWS SDK finds.
 * @param brokers host:port, comma separated
 */
export function reachableCluster(environment: Environment, brokers: string): Cluster {
  patchKafkajs();
  const { region, kafka } = environment;
  const oauthBearerProvider = bearerTokens(() => generateAuthToken({ region }));
  return {
    kafka: new Kafka({
      clientId: "replay",
      brokers: brokers.split(","),
      ssl: true,
      sasl: { mechanism: "oauthbearer", oauthBearerProvider },
      logLevel: logLevel.NOTHING,
      retry: { initialRetryTime: 200, maxRetryTime: 2_000, retries: 8 },
    }),
    topics: { input: kafka.topics.input.name, dlq: kafka.topics.dlq.name },
    groupId: `${prefix(environment)}-replay`,
    transactionalId: `${prefix(environment)}-replay`,
  };
}

/** A file of this machine. It is never written over another. */
export function localFile(path: string): DeadLetterFile {
  return {
    read: () => readFile(path, "utf8"),
    write: (text) => writeFile(path, text, { flag: "wx" }),
  };
}
