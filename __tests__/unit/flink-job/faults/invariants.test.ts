import type { KafkaMessage } from "kafkajs";
import type { StockAggregate } from "../../../../contracts/stock-aggregate";
import { type Evidence, violationsIn } from "../../../integration/flink-job/faults/invariants";
import { placeOf, type TopicRecord } from "../../../integration/flink-job/faults/topic-log";

const START = 1_700_000_040;
/** When the input's records are sent, unless a test says else. */
const SENT_MS = (START + 70) * 1000;
const HEADERS = { correlation_id: Buffer.from("c-1") };

function record(
  offset: number,
  value: unknown,
  headers: KafkaMessage["headers"] = HEADERS,
  sentMs = SENT_MS,
): TopicRecord {
  const bytes = Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
  const message = {
    key: null,
    value: bytes,
    offset: String(offset),
    headers,
    timestamp: String(sentMs),
    attributes: 0,
  };
  return { partition: 0, message };
}

const trade = (offset: number, price: number, more: object = {}): TopicRecord =>
  record(offset, { ticker: "AMZN", price, volume: 1, timestamp: START + offset, ...more });

const headersOf = (offset: number, reason: string, refusedMs = SENT_MS + 1000) => ({
  ...HEADERS,
  "dlq.reason": Buffer.from(reason),
  "dlq.detail": Buffer.from("why"),
  "dlq.source": Buffer.from(`input/0/${offset}`),
  "dlq.at": Buffer.from(new Date(refusedMs).toISOString()),
});

const letter = (offset: number, reason: string, value: unknown, more: object = {}): TopicRecord =>
  record(offset, value, { ...headersOf(offset, reason), ...more }, SENT_MS + 2000);

const WINDOW: StockAggregate = {
  ticker: "AMZN",
  window_start: START,
  window_end: START + 60,
  record_count: 2,
  price_sum: 30,
  price_avg: 15,
  price_min: 10,
  price_max: 20,
  price_open: 10,
  price_close: 20,
  volume_sum: 2,
};

const late = { ticker: "AMZN", price: 5, volume: 1, timestamp: START - 600 };

/** Two trades in one window, a late one and junk; and a last one that closes the window. */
const kept: Evidence = {
  inputTopic: "input",
  input: [trade(0, 10), trade(1, 20), record(2, late), record(3, "junk"), trade(4, 1, { ticker: "CLOSE" })],
  acknowledged: new Set([0, 1, 2, 3, 4].map((offset) => placeOf(0, String(offset)))),
  output: [record(0, WINDOW)],
  deadLetters: [letter(2, "late", late), letter(3, "invalid_json", "junk")],
  eventTime: { windowSeconds: 60, outOfOrdernessMs: 5000, idlenessMs: 30_000, allowedLatenessSeconds: 300 },
  closingTicker: "CLOSE",
};

test("a kept promise has no violation", () => {
  expect(violationsIn(kept)).toEqual([]);
});

test("sums may differ by rounding only", () => {
  expect(violationsIn({ ...kept, output: [record(0, { ...WINDOW, price_sum: 30 * (1 + 1e-10) })] })).toEqual([]);
});

const [window, lateLetter, junkLetter] = [kept.output[0]!, kept.deadLetters[0]!, kept.deadLetters[1]!];
const BROKEN: readonly [string, Partial<Evidence>, unknown][] = [
  [
    "a record that the broker lost",
    { input: kept.input.slice(0, 4) },
    "0/4 was acknowledged and is not in the input topic",
  ],
  ["a lost window", { output: [] }, `window AMZN ${START} is missing`],
  [
    "a window that came twice",
    { output: [window, window] },
    `window AMZN ${START} came twice, with 2 and then 2 trades`,
  ],
  [
    "a window whose last emission has fewer trades",
    { output: [window, record(1, { ...WINDOW, record_count: 1 })] },
    `window AMZN ${START} came twice, with 2 and then 1 trades`,
  ],
  [
    "a window of nothing",
    { output: [window, record(1, { ...WINDOW, ticker: "X" })] },
    `window X ${START} came, and counts nothing that was sent`,
  ],
  [
    "a trade that is in no window",
    { output: [record(0, { ...WINDOW, record_count: 1 })] },
    `window AMZN ${START} has record_count 1, not 2`,
  ],
  [
    "a wrong sum",
    { output: [record(0, { ...WINDOW, price_sum: 30.001 })] },
    `window AMZN ${START} has price_sum 30.001, not 30`,
  ],
  [
    "a wrong close",
    { output: [record(0, { ...WINDOW, price_close: 10 })] },
    `window AMZN ${START} has price_close 10, not 20`,
  ],
  ["a lost dead letter", { deadLetters: [lateLetter] }, "0/3 is invalid_json and no dead letter"],
  ["a late trade that is no dead letter", { deadLetters: [junkLetter] }, "0/2 is late and no dead letter"],
  [
    "a dead letter that came twice",
    { deadLetters: [lateLetter, junkLetter, junkLetter] },
    "input/0/3 is in the dead letters twice",
  ],
  [
    "a dead letter of nothing",
    { deadLetters: [lateLetter, junkLetter, letter(9, "late", late)] },
    "input/0/9 is a dead letter and was never sent",
  ],
  [
    "a wrong reason",
    { deadLetters: [lateLetter, letter(3, "empty", "junk")] },
    "input/0/3 is a dead letter for empty, not invalid_json",
  ],
  [
    "other bytes",
    { deadLetters: [lateLetter, letter(3, "invalid_json", "punk")] },
    "input/0/3 is a dead letter with another value",
  ],
  [
    "another key",
    { deadLetters: [lateLetter, { ...junkLetter, message: { ...junkLetter.message, key: Buffer.from("k") } }] },
    "input/0/3 is a dead letter with another key",
  ],
  [
    "a lost header",
    { deadLetters: [lateLetter, letter(3, "invalid_json", "junk", { correlation_id: undefined })] },
    "input/0/3 is a dead letter with other headers",
  ],
  [
    "another value of a header",
    { deadLetters: [letter(2, "late", late, { correlation_id: Buffer.from("c-2") }), junkLetter] },
    "input/0/2 is a dead letter with other headers",
  ],
  [
    "a header that was not there",
    { deadLetters: [lateLetter, letter(3, "invalid_json", "junk", { more: Buffer.from("x") })] },
    "input/0/3 is a dead letter with other headers",
  ],
  [
    "a letter without a reason",
    { deadLetters: [lateLetter, letter(3, "", "junk")] },
    expect.stringContaining("dlq/0/3 is not a dead letter of the job: dlq.reason"),
  ],
  [
    "a letter without a detail",
    { deadLetters: [lateLetter, letter(3, "invalid_json", "junk", { "dlq.detail": Buffer.from(" ") })] },
    "input/0/3 is a dead letter without a detail",
  ],
  [
    "the place of another topic",
    { deadLetters: [lateLetter, letter(3, "invalid_json", "junk", { "dlq.source": Buffer.from("output/0/3") })] },
    "output/0/3 is a dead letter and was never sent",
  ],
  [
    "a refusal before the record was sent",
    {
      deadLetters: [
        lateLetter,
        letter(3, "invalid_json", "junk", { "dlq.at": Buffer.from("2023-11-14T22:15:09.999Z") }),
      ],
    },
    "input/0/3 was refused at 2023-11-14T22:15:09.999Z, not between being sent and its letter",
  ],
  [
    "a refusal after its letter",
    {
      deadLetters: [
        lateLetter,
        letter(3, "invalid_json", "junk", { "dlq.at": Buffer.from("2023-11-14T22:15:12.001Z") }),
      ],
    },
    "input/0/3 was refused at 2023-11-14T22:15:12.001Z, not between being sent and its letter",
  ],
  [
    "a record in both",
    {
      deadLetters: [
        lateLetter,
        junkLetter,
        letter(1, "late", { ticker: "AMZN", price: 20, volume: 1, timestamp: START + 1 }),
      ],
    },
    "input/0/1 is a dead letter for late, not no reason",
  ],
];

test("a window may come again with more trades", () => {
  const first = record(0, { ...WINDOW, record_count: 1, price_sum: 10, volume_sum: 1 });
  expect(violationsIn({ ...kept, output: [first, record(1, WINDOW)] })).toEqual([]);
});

test("a job that refuses trades in time as late does not get away with windows that fit", () => {
  const refused = letter(1, "late", { ticker: "AMZN", price: 20, volume: 1, timestamp: START + 1 });
  const rest = { record_count: 1, price_sum: 10, price_avg: 10, price_max: 10, price_close: 10, volume_sum: 1 };
  const output = [record(0, { ...WINDOW, ...rest })];
  expect(violationsIn({ ...kept, output, deadLetters: [lateLetter, junkLetter, refused] })).toContain(
    "input/0/1 is a dead letter for late, not no reason",
  );
});

test.each(BROKEN)("it notices %s", (_, change, problem) => {
  expect(violationsIn({ ...kept, ...change })).toContainEqual(problem);
});
