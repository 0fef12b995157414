import { readCommittedOnly } from "./committed-records";
import { alterConfigsIncrementally } from "./incremental-configs";
import { scheduleChecksInTheFuture } from "./throttle-timer";

let patched = false;

/**
 * Corrects what is wrong inside kafkajs 2.2.4, for every client of this process: what readers of committed records are shown, when
 * a queue of requests is looked at, and what happens to configurations that are not named. Calling it again changes nothing.
 */
export function patchKafkajs(): void {
  if (patched) return;
  patched = true;
  readCommittedOnly();
  alterConfigsIncrementally();
  scheduleChecksInTheFuture();
}
