import { CASES_NOW } from "../../../../contracts/cases";
import { generateCases } from "../../../../contracts/differential/cases";
import { grownTo, type Poison } from "./sending";

/** Partitions that get records; the topic's last one stays idle. */
export const BUSY_PARTITIONS = 3;

const trade = (timestamp: number, more = ""): Buffer =>
  Buffer.from(`{"ticker":"AMZN","price":178.25,"volume":100,"timestamp":${timestamp}${more}}`);

/** Generated values on both sides of the contract's edges; a third of them have no key. */
export function fuzzed(seed: number, count: number): Poison[] {
  return generateCases({ seed, count, now: CASES_NOW }).map(({ bytes }, index) => ({
    id: `fuzzed-${index}`,
    partition: index % BUSY_PARTITIONS,
    key: index % 3 === 0 ? null : Buffer.from([index & 0xff, 0xff, 0x00]),
    value: bytes,
  }));
}

/** Records that are poisonous by more than their value's text. `limit` is the input topic's `max.message.bytes`. */
export function poisonous(limit: number): Poison[] {
  const plain = { partition: 0, key: Buffer.from("key"), value: trade(CASES_NOW) };
  const padded = (timestamp: number) => (length: number) =>
    trade(timestamp, `,"x":"${"x".repeat(length - trade(timestamp, ',"x":""').length)}"`);
  return [
    { ...plain, id: "tombstone with a key", value: null },
    { ...plain, id: "tombstone without a key", key: null, value: null },
    { ...plain, id: "empty value", value: Buffer.alloc(0) },
    { ...plain, id: "empty key and value", key: Buffer.alloc(0), value: Buffer.alloc(0) },
    { ...plain, id: "key that is no text", key: Buffer.from([0xff, 0x00, 0xc0]), value: Buffer.from("{") },
    { ...plain, id: "year 9999", value: trade(253_402_300_799) },
    { ...plain, id: "timestamp 1", value: trade(1) },
    { ...plain, id: "a thousand headers", value: Buffer.from("["), headers: manyHeaders(1000) },
    { ...plain, id: "a header of 1 MiB", value: Buffer.from("]"), headers: { large: Buffer.alloc(1 << 20, 7) } },
    { ...plain, id: "a header twice", value: null, headers: { twice: ["a", Buffer.from([0xff])] } },
    // Alone in its window, so that it is the trade whose id the window takes over.
    {
      ...plain,
      id: "a trade with a correlation id of 1 MiB",
      value: Buffer.from(`{"ticker":"LARGE.ID","price":1,"volume":1,"timestamp":${CASES_NOW}}`),
      headers: { correlation_id: Buffer.alloc(1 << 20, "x") },
    },
    { ...plain, id: "headers named as the job's", value: null, headers: { "dlq.other": "x", correlation_id: "c" } },
    grownTo(limit, { ...plain, id: "junk as large as the topic allows" }, (length) => Buffer.alloc(length, 0xff)),
    grownTo(limit, { ...plain, id: "a trade as large as the topic allows" }, padded(CASES_NOW)),
  ];
}

const manyHeaders = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`header-${index}`, `value ${index}`]));

/** What SendHeaderWithoutValue.java sends: kafkajs can read a header without a value, but not write one. */
export const WITHOUT_HEADER_VALUE = {
  id: "a header without a value",
  partition: 0,
  key: null,
  value: null,
  headers: { none: null },
} as const;

/** Trades of then, one on each busy partition: whatever was sent before is of a window that is then over. */
export const closing = (timestamp: number): Poison[] =>
  Array.from({ length: BUSY_PARTITIONS }, (_, partition) => ({
    id: `closing-${partition}`,
    partition,
    key: null,
    sentAt: timestamp,
    value: trade(timestamp),
  }));

/** Trades that come then to windows that are over, one of them as large as the topic allows. */
export function late(count: number, limit: number, sentAt: number): Poison[] {
  const burst = Array.from({ length: count }, (_, index) => ({
    id: `late-${index}`,
    partition: index % BUSY_PARTITIONS,
    key: Buffer.from("AMZN"),
    value: trade(CASES_NOW - index),
    sentAt,
  }));
  const large = { id: "late-large", partition: 0, key: Buffer.from("AMZN"), value: null, sentAt };
  const padding = trade(CASES_NOW, ',"x":""').length;
  return [...burst, grownTo(limit, large, (length) => trade(CASES_NOW, `,"x":"${"x".repeat(length - padding)}"`))];
}
