import { generateAuthTokenFromCredentialsProvider } from "aws-msk-iam-sasl-signer-js";
import { Kafka, logLevel } from "kafkajs";
import { patchKafkajs } from "../../../handlers/shared/patched-kafkajs";
import type { ServicesConfig } from "../config";
import { log } from "../log";

/** A Kafka client as AWS's own services use it: TLS and MSK IAM tokens, a fresh one for each connection. */
export function kafkaClient(config: ServicesConfig, clientId: string): Kafka {
  patchKafkajs();
  return new Kafka({
    clientId,
    brokers: config.kafkaBootstrapIam.split(","),
    ssl: true,
    sasl: {
      mechanism: "oauthbearer",
      oauthBearerProvider: async () => {
        const { token } = await generateAuthTokenFromCredentialsProvider({
          region: config.region,
          awsCredentialsProvider: async () => config.credentials,
        });
        return { value: token };
      },
    },
    connectionTimeout: 5_000,
    retry: { initialRetryTime: 200, retries: 5, maxRetryTime: 5_000 },
    logLevel: logLevel.ERROR,
    // kafkajs calls what it retries by itself an error; ours are those that reach a worker.
    logCreator:
      () =>
      ({ namespace, log: { message, error } }) =>
        log("warn", "kafka client", { client: clientId, namespace, detail: message, error }),
  });
}
