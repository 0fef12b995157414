import type { DeadLetterReason } from "../../../../contracts/dead-letter";
import { judge } from "../../../../contracts/refusal";
import type { PlacedTrade } from "./expected-windows";
import type { TopicRecord } from "./topic-log";

/** A record of the input topic, with what the contract makes of it: one of the two. */
export interface JudgedRecord extends TopicRecord {
  readonly trade?: PlacedTrade;
  readonly refusal?: DeadLetterReason;
}

export function judged(record: TopicRecord): JudgedRecord {
  const { partition, message } = record;
  const verdict = judge(message.value, Math.floor(Date.now() / 1000));
  if ("reason" in verdict) return { ...record, refusal: verdict.reason };
  return { ...record, trade: { ...verdict.trade, partition, offset: BigInt(message.offset) } };
}
