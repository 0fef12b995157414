import * as z from "zod";
import { readEvent } from "../shared/event";
import { topicName } from "../shared/settings";
import { consumer } from "./function";

const offset = z
  .union([z.string().regex(/^\d{1,19}$/), z.int().min(0)], "expected an offset: a whole number, as text or as a number")
  .transform((value) => BigInt(value));

/** Connecting, joining the group and leaving it need the rest of the function's time. */
const LONGEST_WAIT_SECONDS = consumer.timeoutSeconds - 15;

/** What one may ask of the consumer; `{}` and a schedule's event ask for the newest records of the output topic. */
export const ReadRequest = z.object({
  topic: topicName.optional(),
  /**
   * `earliest`: from the oldest record; `latest`: only what arrives from now on; `last`: the newest n of each partition;
   * `timestamp`: from that time in unix milliseconds; `offsets`: from there, by partition (others are not read).
   */
  from: z
    .union(
      [
        z.enum(["earliest", "latest"]),
        z.strictObject({ last: z.int().min(1).max(1_000) }),
        z.strictObject({ timestamp: z.int().min(0) }),
        z.strictObject({ offsets: z.record(z.string().regex(/^\d+$/), offset) }),
      ],
      'expected "earliest", "latest", {"last": n}, {"timestamp": unix milliseconds} or {"offsets": {"0": "42"}}',
    )
    .default({ last: 10 }),
  /** Records to read at most; fewer where they would not fit the answer. */
  limit: z.int().min(1).max(5_000).default(100),
  /** Reads this partition only. */
  partition: z.int().min(0).optional(),
  /** Seconds to wait for new records with `latest`. */
  wait_seconds: z.int().min(1).max(LONGEST_WAIT_SECONDS).default(10),
});
export type ReadRequest = z.output<typeof ReadRequest>;

/**
 * @throws Error that lists everything wrong with the event
 */
export function readRequest(event: unknown): ReadRequest {
  return readEvent("The consumer's event is wrong", ReadRequest, event ?? {});
}
