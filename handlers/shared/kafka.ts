import { Kafka, type LogEntry, logLevel } from "kafkajs";
import { bearerTokens, signMskToken } from "./iam-token";
import { patchKafkajs } from "./patched-kafkajs";
import type { KafkaSettings } from "./settings";
import type { Logger } from "./telemetry";

export type { Admin, Consumer, IHeaders, Kafka, KafkaMessage, Message, Producer } from "kafkajs";
export { ConfigResourceTypes, ConfigSource, Partitioners } from "kafkajs";

/**
 * Kafka client of a function: TLS, MSK IAM through OAUTHBEARER, bounded time-outs and retries, kafkajs' log in the function's.
 *
 * @param clientId what brokers call the client in their logs and metrics
 */
export function kafkaClient(clientId: string, settings: KafkaSettings, logger: Logger): Kafka {
  patchKafkajs();
  return new Kafka({
    clientId,
    brokers: settings.KAFKA_BOOTSTRAP_BROKERS,
    ssl: true,
    sasl: {
      mechanism: "oauthbearer",
      oauthBearerProvider: bearerTokens(() => signMskToken(settings.AWS_REGION)),
    },
    connectionTimeout: 3_000,
    authenticationTimeout: 5_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 200, maxRetryTime: 2_000, retries: 5 },
    logLevel: logLevel.ERROR,
    logCreator: () => (entry) => writeTo(logger, entry),
  });
}

/** A warning, because kafkajs calls "error" what it then retries; what it gives up on is thrown, and logged as an error there. */
function writeTo(logger: Logger, { namespace, log: { message, timestamp: _, logger: __, ...details } }: LogEntry) {
  logger.warn(message, { kafka: { namespace, ...details } });
}
