import * as z from "zod";
import { TOPIC_NAME, TOPIC_NAME_RULE } from "../../contracts/topic-name";

/** A function's environment variables as they are before they are checked. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A comma-separated list: entries are trimmed, empty ones dropped, at least one must be left. */
export const commaList = z
  .string()
  .transform((text) =>
    text
      .split(",")
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ""),
  )
  .pipe(z.array(z.string()).min(1, "expected at least one entry, separated by commas"));

/** Name of a topic. */
export const topicName = z.string().regex(TOPIC_NAME, `expected ${TOPIC_NAME_RULE}`);

/** Name of a consumer group. */
export const consumerGroup = z
  .string()
  .regex(/^[^:]+$/, 'expected a name without ":", because MSK reports no lag of groups that have one');

/** What every function that talks to Kafka needs. */
export const kafkaSettings = z.object({
  KAFKA_BOOTSTRAP_BROKERS: commaList.pipe(
    z.array(z.string().regex(/^[\w.-]+:\d{1,5}$/, "expected host:port, separated by commas")),
  ),
  AWS_REGION: z.string().min(1),
});
export type KafkaSettings = z.infer<typeof kafkaSettings>;

/**
 * Reads a function's settings from its environment.
 *
 * @throws Error that lists every variable that is missing or wrong, with its value and what is allowed.
 */
export function readSettings<S extends z.ZodType>(schema: S, env: Environment = process.env): z.output<S> {
  const result = schema.safeParse(env);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `  ${name} ${env[name] === undefined ? "is not set" : `is "${env[name]}"`}: ${message}`;
  });
  throw new Error(
    `The function's environment is wrong. Correct these variables where the function is declared:\n${problems.join("\n")}`,
  );
}

/** Runs `read` at the first call and hands out its result from then on; a failure is not remembered. */
export function once<T>(read: () => T): () => T {
  let value: { of: T } | undefined;
  return () => {
    value ??= { of: read() };
    return value.of;
  };
}
