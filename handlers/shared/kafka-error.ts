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
