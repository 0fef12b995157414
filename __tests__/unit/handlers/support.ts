import { Deadline } from "../../../handlers/shared/deadline";

/** A deadline with so many milliseconds left, which do not pass by themselves. */
export function deadlineIn(remainingMs: number): Deadline {
  return new Deadline(() => remainingMs, 0);
}

/** Time that passes only when somebody sleeps. */
export function fakeTime(startMs = 1_700_000_000_000) {
  let nowMs = startMs;
  const slept: number[] = [];
  return {
    slept,
    now: () => nowMs,
    sleep: async (ms: number) => {
      slept.push(ms);
      nowMs += ms;
    },
    deadlineIn: (ms: number) => new Deadline(() => startMs + ms - nowMs, 0),
  };
}

/** An aggregate that fulfils the contract. */
export function aggregate(overrides: Record<string, unknown> = {}) {
  return {
    ticker: "AMZN",
    window_start: 1_700_000_000,
    window_end: 1_700_000_060,
    record_count: 2,
    price_sum: 357.5,
    price_avg: 178.75,
    price_min: 178.25,
    price_max: 179.25,
    price_open: 178.25,
    price_close: 179.25,
    volume_sum: 300,
    ...overrides,
  };
}

/** A record as AWS sends it; `value` is bytes, or JSON. */
export function mskRecord(partition: number, offset: number, value: unknown, headers: unknown[] = []) {
  const bytes = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value));
  return {
    topic: "output",
    partition,
    offset,
    timestamp: 1_700_000_000_000,
    timestampType: "CREATE_TIME",
    key: Buffer.from("AMZN").toString("base64"),
    value: bytes.toString("base64"),
    headers,
  };
}

/** The event of an event source mapping of type MSK. */
export function mskEvent(records: Record<string, unknown[]>) {
  return {
    eventSource: "aws:kafka",
    eventSourceArn: "arn:aws:kafka:us-east-1:123456789012:cluster/name/uuid",
    bootstrapServers: "broker:9098",
    records,
  };
}
