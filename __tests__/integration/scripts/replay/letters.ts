import type { Message } from "kafkajs";
import { DeadLetterHeaders, type DeadLetterReason } from "../../../../contracts/dead-letter";

/** A refused record as the job writes it to the dead-letter topic. `index` is its offset in the input topic's partition 1. */
export function letter(index: number, reason: DeadLetterReason, value: Buffer, more: Message["headers"] = {}): Message {
  const headers = DeadLetterHeaders.parse({
    "dlq.reason": reason,
    "dlq.detail": `refused as ${reason}\u001b[2J`,
    "dlq.source": `stock-prices/1/${1000 + index}`,
    "dlq.at": new Date().toISOString(),
  });
  return { key: `key ${index}`, value, headers: { ...more, ...headers } };
}

/** JSON of a trade. */
export const trade = (timestamp: number, price: number, venue: string): Buffer =>
  Buffer.from(JSON.stringify({ ticker: "AMZN", price, volume: 1, timestamp, venue }));
