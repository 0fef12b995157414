import * as z from "zod";

/** Why a record went to the dead-letter topic. Codes are stable: metrics, runbooks and readers select by them. */
export const DeadLetterReason = z.enum([
  "empty",
  "invalid_json",
  "not_an_object",
  "invalid_ticker",
  "invalid_price",
  "invalid_volume",
  "invalid_timestamp",
  "future",
  "late",
]);
export type DeadLetterReason = z.infer<typeof DeadLetterReason>;

/**
 * Headers that the job adds to a dead letter. Its value and key are the original bytes, its other headers the original ones.
 */
export const DeadLetterHeaders = z.object({
  "dlq.reason": DeadLetterReason.describe("Stable code of the reason."),
  "dlq.detail": z.string().describe("A sentence that names the field, the value and what is allowed."),
  "dlq.source": z
    .string()
    .regex(/^[\w.-]+\/\d+\/\d+$/)
    .describe("topic/partition/offset of the original record."),
  "dlq.at": z.iso.datetime().describe("When the job refused the record (ISO 8601, UTC)."),
});
export type DeadLetterHeaders = z.infer<typeof DeadLetterHeaders>;

/** Dead letters per hundred records that are not worth an alarm. */
export const DEAD_LETTER_PERCENT = 1;

/** Header that follows an event through the whole pipeline. */
export const CORRELATION_ID_HEADER = "correlation_id";

/** Header of a record that replaces a refused one: the refused one's topic/partition/offset. */
export const REPLAY_OF_HEADER = "replay.of";
