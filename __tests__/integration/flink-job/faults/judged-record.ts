import type { DeadLetterReason } from "../../../../contracts/dead-letter";
import { judge } from "../../../../contracts/refusal";
import type { PlacedTrade } from "./expected-windows";
import { type EventTime, isLate } from "./lateness";
import type { TopicRecord } from "./topic-log";

/** A record of the input topic, with what the contract and its Kafka time make of it: one of the two. */
export interface JudgedRecord extends TopicRecord {
  readonly trade?: PlacedTrade;
  readonly refusal?: DeadLetterReason;
}

export function judged(record: TopicRecord, eventTime: EventTime): JudgedRecord {
  const { partition, message } = record;
  const kafkaMs = Number(message.timestamp);
  const verdict = judge(message.value, Math.floor(kafkaMs / 1000));
  if ("reason" in verdict) return { ...record, refusal: verdict.reason };
  if (isLate(verdict.trade, kafkaMs, eventTime)) return { ...record, refusal: "late" };
  return { ...record, trade: { ...verdict.trade, partition, offset: BigInt(message.offset) } };
}
