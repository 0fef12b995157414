interface RequestQueue {
  /** Unix milliseconds until which the broker wants no request; -1 when it never asked for that. */
  readonly throttledUntil: number;
  readonly pending: readonly unknown[];
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}

/** As kafkajs has it for requests that wait for others. */
const CHECK_PENDING_MS = 10;

/**
 * When a connection's queue is looked at again, in milliseconds from now. kafkajs 2.2.4 takes the time since 1970 below zero where no
 * broker has throttled it, of which Node 24 and later warn on every connection (TimeoutNegativeWarning).
 */
export function nextCheckMs(queue: Pick<RequestQueue, "throttledUntil" | "pending">, now: number): number {
  const throttledMs = Math.max(0, queue.throttledUntil - now);
  return throttledMs === 0 && queue.pending.length > 0 ? CHECK_PENDING_MS : throttledMs;
}

/** Gives kafkajs' queues a timer that lies in the future. */
export function scheduleChecksInTheFuture(): void {
  const { prototype } = require("kafkajs/src/network/requestQueue") as { readonly prototype: RequestQueue };
  prototype.scheduleCheckPendingRequests = function () {
    this.throttleCheckTimeoutId ??= setTimeout(
      () => {
        this.throttleCheckTimeoutId = null;
        this.checkPendingRequests();
      },
      nextCheckMs(this, Date.now()),
    );
  };
}
