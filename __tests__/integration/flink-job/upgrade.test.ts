import { readdirSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { StockPrice } from "../../../contracts/stock-price";
import { violationsIn } from "./faults/invariants";
import { Rig, TOPICS } from "./faults/rig";
import { placeOf, TopicLog, type TopicRecord } from "./faults/topic-log";
import { eventually } from "./poison/topic-reader";
import { AFTER, BEFORE, CLOSING_TICKER, EVENT_TIME, LATE, OPEN_FROM, write } from "./upgrade/records";

const SAVEPOINTS = join(__dirname, "upgrade", "savepoints");
/** A busy machine takes a minute to start the job. */
const PROCESSING_MS = 240_000;

let rig: Rig;

beforeEach(async () => {
  rig = await Rig.start(EVENT_TIME, "producer");
}, 600_000);

afterEach(async () => {
  await rig?.stop();
});

/** Places of the records that the savepoint has accounted for: refused ones, and trades of windows that were over. */
const ACCOUNTED = placesOf(({ value }) => {
  const trade = StockPrice.safeParse(parsed(String(value)));
  return !trade.success || trade.data.timestamp < OPEN_FROM;
});

function placesOf(matches: (message: (typeof BEFORE)[number]) => boolean): ReadonlySet<string> {
  const sizes = new Map<number, number>();
  const places = BEFORE.map((message) => {
    const offset = sizes.get(message.partition) ?? 0;
    sizes.set(message.partition, offset + 1);
    return { message, place: placeOf(message.partition, String(offset)) };
  });
  return new Set(places.flatMap(({ message, place }) => (matches(message) ? [place] : [])));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isOpen = ({ partition, message }: TopicRecord): boolean => !ACCOUNTED.has(placeOf(partition, message.offset));

test.each(readdirSync(SAVEPOINTS))(
  "the job continues from the savepoint of an earlier version, %s",
  async (name) => {
    await cp(join(SAVEPOINTS, name), join(rig.logs, "checkpoints", name), { recursive: true });
    await write(rig.kafka, BEFORE);
    await rig.job.start();
    await write(rig.kafka, AFTER);

    const [input, output, deadLetters] = await Promise.all([
      TopicLog.start(rig.kafka, TOPICS.input),
      TopicLog.start(rig.kafka, TOPICS.output),
      TopicLog.start(rig.kafka, TOPICS.dlq),
    ]);
    try {
      const found = (acknowledged: number) => {
        if (!rig.job.alive) throw new Error(`The job ended; its log is ${rig.job.logFile}`);
        return [
          ...(input.size === acknowledged ? [] : [`${input.size} of ${acknowledged} records are in the input topic`]),
          ...violationsIn({
            inputTopic: TOPICS.input,
            input: input.records.filter(isOpen),
            acknowledged: new Set(),
            output: output.records,
            deadLetters: deadLetters.records,
            eventTime: EVENT_TIME,
            closingTicker: CLOSING_TICKER,
          }),
        ];
      };
      const sent = BEFORE.length + AFTER.length;
      const none = (problems: readonly string[]) => problems.length === 0;
      expect(await eventually(() => found(sent), none, PROCESSING_MS)).toEqual([]);

      await write(rig.kafka, [LATE]);
      expect(await eventually(() => found(sent + 1), none, PROCESSING_MS)).toEqual([]);
      expect(deadLetters.size).toBe(2);
    } finally {
      await Promise.all([input, output, deadLetters].map((log) => log.stop()));
    }
  },
  600_000,
);
