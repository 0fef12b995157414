import type { StockPrice } from "../../../../contracts/stock-price";

/** How the job treats time. */
export interface EventTime {
  readonly windowSeconds: number;
  readonly outOfOrdernessMs: number;
  readonly idlenessMs: number;
  readonly allowedLatenessSeconds: number;
}

/** From one unix millisecond to another. */
export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

/**
 * Whether a trade is late, by the job's promise (flink-job/README.md): it has reached Kafka more than the out-of-orderness and the allowed
 * lateness after the end of its window. Nothing else decides it: no other record, no outage and no restart.
 * @param kafkaMs when it reached Kafka, by the broker
 */
export function isLate({ timestamp }: StockPrice, kafkaMs: number, eventTime: EventTime): boolean {
  const { windowSeconds, outOfOrdernessMs, allowedLatenessSeconds } = eventTime;
  const endMs = (Math.floor(timestamp / windowSeconds) + 1) * windowSeconds * 1000;
  return kafkaMs > endMs + outOfOrdernessMs + allowedLatenessSeconds * 1000;
}
