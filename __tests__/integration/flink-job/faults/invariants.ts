import { StockAggregate } from "../../../../contracts/stock-aggregate";
import { checkDeadLetters } from "./dead-letters";
import { expectedWindows, type Windows, windowName } from "./expected-windows";
import { judged } from "./judged-record";
import type { EventTime } from "./lateness";
import { placeOf, type TopicRecord } from "./topic-log";

/** What a run leaves: the committed records of each topic, and where the broker said that it had written. */
export interface Evidence {
  readonly inputTopic: string;
  readonly input: readonly TopicRecord[];
  readonly acknowledged: ReadonlySet<string>;
  readonly output: readonly TopicRecord[];
  readonly deadLetters: readonly TopicRecord[];
  readonly eventTime: EventTime;
  /** Its windows need not be over. */
  readonly closingTicker: string;
}

/** Sums may differ by this much, relative to their size: they do not depend on order beyond it. */
const TOLERANCE = 1e-9;
const ROUNDED = ["price_sum", "price_avg"] as const;

/** Every way in which the job has not kept its promise; none if each record is in exactly one window or dead letter. */
export function violationsIn(evidence: Evidence): string[] {
  const { acknowledged, closingTicker, eventTime } = evidence;
  const input = new Map(
    evidence.input.map((record) => [placeOf(record.partition, record.message.offset), judged(record, eventTime)]),
  );
  const missing = [...acknowledged].filter((place) => !input.has(place));
  const trades = [...input.values()].flatMap(({ trade }) => trade ?? []);
  const letters = checkDeadLetters(evidence.deadLetters, evidence.inputTopic, input);
  const unrefused = [...input].filter(([place, { refusal }]) => refusal && !letters.byPlace.has(place));
  const counted = trades.filter(({ ticker }) => ticker !== closingTicker);
  return [
    ...missing.map((place) => `${place} was acknowledged and is not in the input topic`),
    ...letters.problems,
    ...unrefused.map(([place, { refusal }]) => `${place} is ${refusal} and no dead letter`),
    ...compare(evidence, expectedWindows(counted, eventTime.windowSeconds)),
  ];
}

/** A window comes again only with more trades than before; the last time it is right. */
function compare({ output, closingTicker }: Evidence, expected: Windows): string[] {
  const last = new Map<string, StockAggregate>();
  const problems: string[] = [];
  for (const { message } of output) {
    const window = StockAggregate.parse(JSON.parse(String(message.value)));
    if (window.ticker === closingTicker) continue;
    const name = windowName(window);
    const before = last.get(name);
    if (before && before.record_count >= window.record_count)
      problems.push(`window ${name} came twice, with ${before.record_count} and then ${window.record_count} trades`);
    last.set(name, window);
  }
  for (const [name, window] of last) {
    const right = expected.get(name);
    if (!right) problems.push(`window ${name} came, and counts nothing that was sent`);
    else problems.push(...differences(name, window, right));
  }
  return [
    ...problems,
    ...[...expected.keys()].filter((name) => !last.has(name)).map((name) => `window ${name} is missing`),
  ];
}

function differences(name: string, window: StockAggregate, right: StockAggregate): string[] {
  return (Object.keys(right) as (keyof StockAggregate)[])
    .filter((field) => !isSame(field, window[field], right[field]))
    .map((field) => `window ${name} has ${field} ${window[field]}, not ${right[field]}`);
}

function isSame(field: keyof StockAggregate, value: string | number, right: string | number): boolean {
  if (!(ROUNDED as readonly string[]).includes(field)) return value === right;
  return Math.abs(Number(value) - Number(right)) <= TOLERANCE * Math.abs(Number(right));
}
