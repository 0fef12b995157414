import { WINDOW_SECONDS } from "../../../contracts/stock-aggregate";
import type { Environment } from "../../../envs/schema";

/** Seconds that results may be old while everything works. */
export interface FreshnessLimits {
  readonly aggregateSeconds: number;
  readonly lakeSeconds: number;
  readonly featureSeconds: number;
}

const SECONDS_OF = { minute: 60, hour: 3_600, day: 86_400 } as const;

/** Transactions, start-up of functions and a busy machine. */
const GRACE_SECONDS = 60;

/**
 * What the environment's schedule allows: a window closes when the producer's next prices come, Firehose waits for its buffer, and
 * feature-store for its batch.
 * @returns undefined for a `cron(…)`, which may leave whole days out
 */
export function freshnessLimits({ producer, firehose }: Environment): FreshnessLimits | undefined {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(producer.schedule) ?? [];
  if (!count) return undefined;
  const aggregateSeconds = Number(count) * SECONDS_OF[unit as keyof typeof SECONDS_OF] + WINDOW_SECONDS + GRACE_SECONDS;
  return {
    aggregateSeconds,
    lakeSeconds: aggregateSeconds + firehose.bufferSeconds,
    featureSeconds: aggregateSeconds + GRACE_SECONDS,
  };
}
