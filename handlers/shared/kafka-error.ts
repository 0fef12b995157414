/** One of Kafka's errors: its code and a sentence about it. */
export interface KafkaError {
  /** Such as `UNKNOWN_TOPIC_OR_PARTITION` (https://kafka.apache.org/protocol.html#protocol_error_codes); undefined for a network's. */
  readonly type: string | undefined;
  readonly text: string;
}

/** Kafka's code of an error, looked for in its causes too. */
export function kafkaErrorType(error: unknown): string | undefined {
  const { type, cause } = (error ?? {}) as { type?: unknown; cause?: unknown };
  if (typeof type === "string") return type;
  return cause === undefined ? undefined : kafkaErrorType(cause);
}

/** The errors of a request about several topics, which kafkajs throws as one. */
export function topicErrors(error: unknown): KafkaError[] {
  const { errors = [error] } = error as { errors?: unknown[] };
  return errors.map((single) => {
    const { topic, message } = single as { topic?: string; message?: string };
    return { type: kafkaErrorType(single), text: topic ? `${topic}: ${message}` : String(message) };
  });
}

/** What to do about an error, by Kafka's code or kafkajs' name of it. */
const ADVICE: Readonly<Record<string, string>> = {
  UNKNOWN_TOPIC_OR_PARTITION: "create the topic, or let the function's role kafka-cluster:DescribeTopic it",
  TOPIC_AUTHORIZATION_FAILED: "let the function's role describe the topic, and read, write or administer it",
  GROUP_AUTHORIZATION_FAILED: "let the function's role kafka-cluster:AlterGroup and DescribeGroup the consumer group",
  CLUSTER_AUTHORIZATION_FAILED: "let the function's role kafka-cluster:WriteDataIdempotently on the cluster",
  KafkaJSConnectionClosedError:
    "a broker that refuses a token just hangs up: let the function's role kafka-cluster:Connect",
  KafkaJSBrokerNotFound: "a broker that refuses a token just hangs up: let the function's role kafka-cluster:Connect",
  KafkaJSSASLAuthenticationError: "let the function's role kafka-cluster:Connect",
  KafkaJSConnectionError: "check KAFKA_BOOTSTRAP_BROKERS and that the security groups let the function reach that port",
};

/** An error of Kafka's with what was being done, where, and what to do about it; any other error as it is. */
export function explainKafkaError(doing: string, error: unknown): unknown {
  const advice =
    ADVICE[kafkaErrorType(error) ?? ""] ??
    namesOf(error)
      .map((name) => ADVICE[name])
      .find(Boolean);
  if (!advice) return error;
  return new Error(`${doing} failed: ${(error as Error).message}. What to do: ${advice}`, { cause: error });
}

/** The names of an error and of its causes, such as kafkajs gives to those that are not of the protocol. */
export function namesOf(error: unknown): string[] {
  const { name, cause } = (error ?? {}) as { name?: string; cause?: unknown };
  return [...(name ? [name] : []), ...(cause ? namesOf(cause) : [])];
}
