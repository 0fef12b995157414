import type { IHeaders, KafkaMessage } from "kafkajs";
import { CASES_NOW } from "../../../../contracts/cases";
import { judge } from "../../../../contracts/refusal";
import { StockAggregate, WINDOW_SECONDS } from "../../../../contracts/stock-aggregate";
import type { StockPrice } from "../../../../contracts/stock-price";
import { readDeadLetter } from "../../../../handlers/replay/dead-letter";
import { type EventTime, isLate } from "../faults/lateness";
import { ID_HEADER, type Poison } from "./sending";

/** What of a window does not depend on the order in which its trades came. */
export interface Window {
  readonly count: number;
  readonly lowest: number;
  readonly highest: number;
}

const name = ({ ticker, timestamp }: StockPrice): string =>
  `${ticker} ${Math.floor(timestamp / WINDOW_SECONDS) * WINDOW_SECONDS}`;

/** Windows of the trades, by ticker and start. */
export function windowsOf(trades: readonly StockPrice[]): Map<string, Window> {
  const windows = new Map<string, Window>();
  for (const trade of trades) {
    const { count, lowest, highest } = windows.get(name(trade)) ?? { count: 0, lowest: Infinity, highest: 0 };
    windows.set(name(trade), {
      count: count + 1,
      lowest: Math.min(lowest, trade.price),
      highest: Math.max(highest, trade.price),
    });
  }
  return windows;
}

/** Windows as the job wrote them last. @throws Error if one came again with no trade more */
export function writtenWindows(messages: readonly KafkaMessage[]): [string, Window][] {
  const last = new Map<string, Window>();
  for (const { value } of messages) {
    const { ticker, window_start, record_count, price_min, price_max } = StockAggregate.parse(
      JSON.parse(String(value)),
    );
    const window = `${ticker} ${window_start}`;
    if ((last.get(window)?.count ?? 0) >= record_count) throw new Error(`Window ${window} came twice`);
    last.set(window, { count: record_count, lowest: price_min, highest: price_max });
  }
  return [...last];
}

/** Records that the written windows count. */
export const counted = (messages: readonly KafkaMessage[]): number =>
  writtenWindows(messages).reduce((sum, [, { count }]) => sum + count, 0);

/** A record with all of its bytes, in a form that tests can compare. */
interface Content {
  readonly id: string;
  readonly key: string | undefined;
  readonly value: string | undefined;
  readonly headers: readonly (readonly [name: string, value: string | undefined])[];
}

const hex = (bytes: Buffer | string | null | undefined): string | undefined =>
  bytes === null || bytes === undefined ? undefined : Buffer.from(bytes).toString("hex");

/** Headers as kafkajs reads them: one that has no value is null. */
type Headers = Readonly<Record<string, IHeaders[string] | null>>;

/** A sent record's content. */
export const sentContent = ({ id, key, value, headers }: Omit<Poison, "headers"> & { headers?: Headers }): Content => ({
  id,
  key: hex(key),
  value: hex(value),
  headers: Object.entries({ [ID_HEADER]: id, ...headers }).flatMap(([header, values]) =>
    [values].flat().map((bytes) => [header, hex(bytes)] as const),
  ),
});

/** A dead letter: its reason, and the refused record's content. @throws Error if it is not as the contract has it */
export function letterOf(message: KafkaMessage): { reason: string; content: Content } {
  const letter = readDeadLetter("dlq", 0, message);
  if ("problem" in letter) throw new Error(letter.problem);
  const { reason, key, value } = letter;
  const headers = letter.headers.map(([header, bytes]) => [header, hex(bytes)] as const);
  const id = letter.headers.find(([header]) => header === ID_HEADER)?.[1];
  return { reason, content: { id: String(id), key: hex(key), value: hex(value), headers } };
}

/** The contract's judgement of the records: the trades, and the reasons of the others, by id. */
export function judged(records: readonly Pick<Poison, "id" | "value" | "sentAt">[], eventTime: EventTime) {
  const trades = new Map<string, StockPrice>();
  const reasons = new Map<string, string>();
  for (const { id, value, sentAt = CASES_NOW } of records) {
    const verdict = judge(value, sentAt);
    if ("reason" in verdict) reasons.set(id, verdict.reason);
    else if (isLate(verdict.trade, sentAt * 1000, eventTime)) reasons.set(id, "late");
    else trades.set(id, verdict.trade);
  }
  return { trades, reasons };
}
