import { StockAggregate } from "../../contracts/stock-aggregate";
import { contractProblem } from "../shared/msk-event";
import type { Span } from "../shared/offsets";

/** A record as it was read. */
export interface RawRecord {
  readonly partition: number;
  readonly offset: bigint;
  readonly timestamp: string;
  readonly key: string | undefined;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/**
 * A record as it is reported: an aggregate; what is wrong with it and the beginning of its text; or, where no aggregates
 * are expected (the dead-letter topic, say), that beginning only.
 */
export type ReportedRecord = {
  readonly partition: number;
  readonly offset: string;
  readonly timestamp: string;
  readonly key: string | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
} & ({ readonly aggregate: StockAggregate } | { readonly problem?: string; readonly text: string });

/** What a run of the consumer answers. */
export interface ReadReport {
  readonly topic: string;
  readonly ended: EndReason;
  readonly read: number;
  readonly invalid: number;
  /** Records between the positions reached and the ends that the partitions had at the start. */
  readonly behind: number;
  readonly partitions: readonly { partition: number; start: string; position: string; end: string }[];
  /** Event `from.offsets` with which the next run continues. */
  readonly next_offsets: Record<string, string>;
  readonly records: readonly ReportedRecord[];
}

/** Why reading ended. `limit`: as many records were read as were asked for, or as fit the answer. `idle`: nothing came any more before the end was reached (an open transaction, say). */
export type EndReason = "limit" | "end" | "idle" | "waited" | "deadline";

/** Characters that are shown of a record's text, its key and each of its headers. */
const SHOWN_CHARACTERS = 500;
/** Headers that are shown. */
const SHOWN_HEADERS = 50;
/**
 * Bytes of all records in the answer, which Lambda ends at 6 MB (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html):
 * what else is in it takes far less than the rest.
 */
const RECORDS_BYTES = 5 * 1024 * 1024;

const shown = (text: string): string => text.slice(0, SHOWN_CHARACTERS);

/** Collects what is read of a topic, up to a limit. */
export class Reading {
  private readonly positions: Map<number, bigint>;
  private readonly records: ReportedRecord[] = [];
  private invalid = 0;
  private bytes = 0;

  constructor(
    private readonly topic: string,
    private readonly spans: readonly Span[],
    private readonly limit: number,
    private readonly expectsAggregates = true,
  ) {
    this.positions = new Map(spans.map(({ partition, start }) => [partition, start]));
  }

  get full(): boolean {
    return this.records.length >= this.limit || this.bytes >= RECORDS_BYTES;
  }

  /** Whether every partition was read to the end that it had at the start. */
  get complete(): boolean {
    return this.spans.every(({ partition, end }) => this.positions.get(partition)! >= end);
  }

  /** Offset of the record that comes next; undefined for a partition that is not read. */
  position(partition: number): bigint | undefined {
    return this.positions.get(partition);
  }

  /** Takes a record, unless it is before the start, was taken already or does not fit any more. */
  take(record: RawRecord): void {
    const position = this.positions.get(record.partition);
    if (position === undefined || record.offset < position || this.full) return;
    const reported = this.judge(record);
    this.bytes += Buffer.byteLength(JSON.stringify(reported));
    if (this.bytes > RECORDS_BYTES) return;
    if ("problem" in reported) this.invalid++;
    this.records.push(reported);
    this.positions.set(record.partition, record.offset + 1n);
  }

  /** Notes that everything before `offset` was seen: the markers of transactions are no records, but have offsets. */
  passed(partition: number, offset: bigint): void {
    const position = this.positions.get(partition);
    if (position !== undefined && offset > position && !this.full) this.positions.set(partition, offset);
  }

  report(ended: EndReason): ReadReport {
    const partitions = this.spans.map((span) => ({ ...span, position: this.positions.get(span.partition)! }));
    const behind = partitions.reduce(
      (sum, { end, position }) => sum + (end > position ? Number(end - position) : 0),
      0,
    );
    return {
      topic: this.topic,
      ended,
      read: this.records.length,
      invalid: this.invalid,
      behind,
      partitions: partitions.map(({ partition, start, position, end }) => ({
        partition,
        start: `${start}`,
        position: `${position}`,
        end: `${end}`,
      })),
      next_offsets: Object.fromEntries(partitions.map(({ partition, position }) => [partition, `${position}`])),
      records: this.records,
    };
  }

  private judge({ partition, offset, timestamp, key, value, headers }: RawRecord): ReportedRecord {
    const someHeaders = Object.entries(headers).slice(0, SHOWN_HEADERS);
    const where = {
      partition,
      offset: `${offset}`,
      timestamp,
      key: key && shown(key),
      headers: Object.fromEntries(someHeaders.map(([name, text]) => [shown(name), text && shown(text)])),
    };
    const whole = value?.toString("utf8") ?? "";
    const text = shown(whole);
    if (!this.expectsAggregates) return { ...where, text };
    const read = StockAggregate.safeParse(parseJson(whole));
    if (read.success) return { ...where, aggregate: read.data };
    return { ...where, problem: contractProblem(read.error), text };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
