import type { Deadline } from "../shared/deadline";
import type { Admin, Kafka } from "../shared/kafka";

/** The Kafka that dead letters are in, what the tool calls itself there, and how long it may take. */
export interface Cluster {
  readonly kafka: Kafka;
  readonly topics: { readonly input: string; readonly dlq: string };
  /** Joined while reading; nothing is committed in it. */
  readonly groupId: string;
  /** One for the environment, so that a second run ends the transactions of the first. */
  readonly transactionalId: string;
  /** When the work must be over; by default it may take as long as it takes. */
  readonly deadline?: Deadline;
}

/** Milliseconds that are kept for a transaction under way, and for leaving the group. */
const LAST_STEPS_MS = 20_000;

/** Milliseconds for which something more may be begun. */
export const timeLeft = (deadline: Deadline | undefined): number =>
  deadline === undefined ? Number.POSITIVE_INFINITY : Math.max(0, deadline.remainingMs() - LAST_STEPS_MS);

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
