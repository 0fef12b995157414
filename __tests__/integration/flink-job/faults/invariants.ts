import { judge } from "../../../../contracts/refusal";
import { StockAggregate } from "../../../../contracts/stock-aggregate";
import { type DeadLetter, parseSource, readLetter } from "../../../../scripts/replay/dead-letter";
import { expectedWindows, type PlacedTrade, type Windows, windowName } from "./expected-windows";
import { placeOf, type TopicRecord } from "./topic-log";

/** What a run leaves: the committed records of each topic, and where the broker said that it had written. */
export interface Evidence {
  readonly input: readonly TopicRecord[];
  readonly acknowledged: ReadonlySet<string>;
  readonly output: readonly TopicRecord[];
  readonly deadLetters: readonly TopicRecord[];
  readonly windowSeconds: number;
  /** Its windows need not be over. */
  readonly closingTicker: string;
}

/** Sums may differ by this much, relative to their size: they do not depend on order beyond it. */
const TOLERANCE = 1e-9;
const ROUNDED = ["price_sum", "price_avg"] as const;

/** Every way in which the job has not kept its promise; none if each record is in exactly one window or dead letter. */
export function violations(evidence: Evidence): string[] {
  const input = new Map(evidence.input.map((record) => [placeOf(record.partition, record.message.offset), record]));
  const missing = [...evidence.acknowledged].filter((place) => !input.has(place));
  const letters = readLetters(evidence.deadLetters, input);
  const trades = [...input].flatMap(([place, record]) => tradeOf(record, letters.byPlace.has(place)));
  const counted = trades.flatMap(({ trade }) => (trade && trade.ticker !== evidence.closingTicker ? [trade] : []));
  const unaccounted = trades.flatMap(({ problem }) => problem ?? []);
  return [
    ...missing.map((place) => `${place} was acknowledged and is not in the input topic`),
    ...letters.problems,
    ...unaccounted,
    ...compare(evidence, expectedWindows(counted, evidence.windowSeconds)),
  ];
}

interface Letters {
  readonly byPlace: ReadonlySet<string>;
  readonly problems: readonly string[];
}

function readLetters(records: readonly TopicRecord[], input: ReadonlyMap<string, TopicRecord>): Letters {
  const byPlace = new Set<string>();
  const problems: string[] = [];
  for (const { partition, message } of records) {
    const letter = readLetter("dlq", partition, message);
    if ("problem" in letter) {
      problems.push(letter.problem);
      continue;
    }
    const source = parseSource(letter.of);
    const place = placeOf(source.partition, source.offset);
    const record = input.get(place);
    if (byPlace.has(place)) problems.push(`${letter.of} is in the dead letters twice`);
    if (!record) problems.push(`${letter.of} is a dead letter and was never sent`);
    else problems.push(...wrongLetter(letter, record));
    byPlace.add(place);
  }
  return { byPlace, problems };
}

function wrongLetter(letter: DeadLetter, { message }: TopicRecord): string[] {
  const verdict = judge(message.value, Math.floor(Date.now() / 1000));
  const reason = "reason" in verdict ? verdict.reason : "late";
  const same = (a: Buffer | null, b: Buffer | null) => (a && b ? a.equals(b) : a === b);
  return [
    ...(letter.reason === reason ? [] : [`${letter.of} is a dead letter for ${letter.reason}, not ${reason}`]),
    ...(same(letter.value, message.value) ? [] : [`${letter.of} is a dead letter with another value`]),
    ...(same(letter.key, message.key) ? [] : [`${letter.of} is a dead letter with another key`]),
  ];
}

function tradeOf(record: TopicRecord, isLetter: boolean): { trade?: PlacedTrade; problem?: string } {
  const { partition, message } = record;
  if (isLetter) return {};
  const verdict = judge(message.value, Math.floor(Date.now() / 1000));
  if ("reason" in verdict)
    return { problem: `${placeOf(partition, message.offset)} is ${verdict.reason} and no dead letter` };
  return { trade: { ...verdict.trade, partition, offset: BigInt(message.offset) } };
}

function compare({ output, closingTicker }: Evidence, expected: Windows): string[] {
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const { message } of output) {
    const window = StockAggregate.parse(JSON.parse(String(message.value)));
    const name = windowName(window);
    if (window.ticker === closingTicker) continue;
    if (seen.has(name)) problems.push(`window ${name} came twice`);
    seen.add(name);
    const right = expected.get(name);
    if (!right) problems.push(`window ${name} came, and counts nothing that was sent`);
    else problems.push(...differences(name, window, right));
  }
  return [
    ...problems,
    ...[...expected.keys()].filter((name) => !seen.has(name)).map((name) => `window ${name} is missing`),
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
