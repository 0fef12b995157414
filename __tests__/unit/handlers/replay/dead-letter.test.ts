import type { IHeaders, KafkaMessage } from "kafkajs";
import { type DeadLetter, parseSource, readDeadLetter } from "../../../../handlers/replay/dead-letter";

const JOBS = {
  "dlq.reason": Buffer.from("invalid_price"),
  "dlq.detail": Buffer.from("price is -1; it must be a finite number above 0"),
  "dlq.source": Buffer.from("prices/1/17"),
  "dlq.at": Buffer.from("2026-01-01T00:00:00.000Z"),
};
const message = (headers: IHeaders): KafkaMessage => ({
  key: Buffer.from("AMZN"),
  value: Buffer.from([0xff]),
  timestamp: "0",
  attributes: 0,
  offset: "5",
  headers,
});
const read = (headers: IHeaders) => readDeadLetter("dlq", 0, message(headers)) as DeadLetter;

test("a letter is the refused record, and what the job says of it", () => {
  const letter = read({ correlation_id: Buffer.from("c1"), ...JOBS });
  expect(letter).toMatchObject({
    letter: "dlq/0/5",
    of: "prices/1/17",
    reason: "invalid_price",
    correlationId: "c1",
    key: Buffer.from("AMZN"),
    value: Buffer.from([0xff]),
    headers: [["correlation_id", Buffer.from("c1")]],
  });
});

test("of headers with the job's names, the producer's own stay", () => {
  const letter = read({ ...JOBS, "dlq.reason": [Buffer.from("mine"), JOBS["dlq.reason"]] });
  expect(letter).toMatchObject({ reason: "invalid_price", headers: [["dlq.reason", Buffer.from("mine")]] });
});

test("the mark of an earlier replay goes, a header twice stays twice", () => {
  const twice = [Buffer.from("a"), Buffer.from("b")];
  const { headers } = read({ ...JOBS, "replay.of": Buffer.from("prices/0/1"), twice });
  expect(headers).toEqual(twice.map((value) => ["twice", value]));
});

test("what the job did not write is said to be strange", () => {
  const { "dlq.at": _, ...without } = JOBS;
  expect(readDeadLetter("dlq", 0, message(without))).toEqual({
    problem: expect.stringMatching(/^dlq\/0\/5 is not a dead letter of the job: dlq\.at: /),
  });
});

test("a source is topic, partition and offset", () => {
  expect(parseSource("prices.eu/3/9007199254740993")).toEqual({
    topic: "prices.eu",
    partition: 3,
    offset: 9007199254740993n,
  });
  for (const text of ["prices/3", "../0/1", "__consumer_offsets/0/1", "a b/0/1", "prices/0/1/2"])
    expect(() => parseSource(text)).toThrow(`"${text}" is not topic/partition/offset`);
});
