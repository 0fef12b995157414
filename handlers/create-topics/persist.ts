import { type Deadline, DeadlineExceeded } from "../shared/deadline";
import { kafkaErrorType, namesOf } from "../shared/kafka-error";
import { retry } from "../shared/retry";

/**
 * How long to try, connecting included, in milliseconds. MSK's brokers follow a change of an IAM policy late, mostly within a minute
 * (https://docs.aws.amazon.com/msk/latest/developerguide/create-iam-access-control-policies.html).
 */
export const PATIENCE_MS = 180_000;

/** What a cluster answers while a change is still on its way: of its topics, its brokers, or of what the function's role may do. */
const TRANSIENT_TYPES: ReadonlySet<string> = new Set([
  "CLUSTER_AUTHORIZATION_FAILED",
  "GROUP_AUTHORIZATION_FAILED",
  "LEADER_NOT_AVAILABLE",
  "NOT_CONTROLLER",
  "NOT_LEADER_FOR_PARTITION",
  "REQUEST_TIMED_OUT",
  "SASL_AUTHENTICATION_FAILED",
  "THROTTLING_QUOTA_EXCEEDED",
  "TOPIC_AUTHORIZATION_FAILED",
  "UNKNOWN_TOPIC_OR_PARTITION",
]);

/** kafkajs' names of errors that are not of the protocol. A broker that refuses a token closes the connection. */
const TRANSIENT_NAMES: ReadonlySet<string> = new Set([
  "KafkaJSBrokerNotFound",
  "KafkaJSConnectionClosedError",
  "KafkaJSConnectionError",
  "KafkaJSLockTimeout",
  "KafkaJSMetadataNotLoaded",
  "KafkaJSRequestTimeoutError",
  "KafkaJSSASLAuthenticationError",
]);

/** The cluster has taken a change and does not show it yet. */
export class NotYet extends Error {}

const isTransient = (error: unknown): boolean =>
  error instanceof NotYet ||
  TRANSIENT_TYPES.has(kafkaErrorType(error) ?? "") ||
  namesOf(error).some((name) => TRANSIENT_NAMES.has(name));

/** What {@link persist} needs in addition to the work. */
export interface Patience {
  readonly deadline: Deadline;
  /** Default: a timer. */
  readonly sleep?: (ms: number) => Promise<unknown>;
}

/**
 * Does `work`, again and again while its errors may pass, for {@link PATIENCE_MS} or until the deadline.
 *
 * @throws Error that says how long and how often it was tried, and the last error, which is also its cause
 */
export async function persist<T>({ deadline, sleep }: Patience, work: () => Promise<T>): Promise<T> {
  const patience = deadline.atMost(PATIENCE_MS);
  const startMs = patience.remainingMs();
  let attempts = 0;
  let last: unknown;
  const attempt = async () => {
    attempts++;
    try {
      return await patience.within("Managing the topics", work());
    } catch (error) {
      if (!(error instanceof DeadlineExceeded)) last = error;
      throw error;
    }
  };
  try {
    return await retry(attempt, {
      // Bounded by time alone.
      attempts: Number.POSITIVE_INFINITY,
      firstPauseMs: 500,
      longestPauseMs: 5_000,
      retriable: isTransient,
      deadline: patience,
      sleep,
    });
  } catch (error) {
    if (last === undefined || (error === last && !isTransient(error))) throw error;
    const seconds = Math.round((startMs - patience.remainingMs()) / 1000);
    const tried = attempts === 1 ? "once" : `${attempts} times`;
    throw new Error(`tried ${tried} in ${seconds} s, and at last: ${(last as Error).message}`, { cause: last });
  }
}
