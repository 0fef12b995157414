import * as z from "zod";
import { CORRELATION_ID_HEADER } from "../../contracts/dead-letter";

/** What AWS sends for a batch (https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html); records are looked at one by one. */
const MskEvent = z.object({
  eventSource: z.literal("aws:kafka"),
  records: z.record(z.string().regex(/^.+-\d+$/, "expected <topic>-<partition>"), z.array(z.unknown())),
});

const Envelope = z.object({
  topic: z.string(),
  partition: z.int().min(0),
  offset: z.int().min(0),
  value: z.string().nullish(),
  headers: z.array(z.record(z.string(), z.array(z.int()))).nullish(),
});
type Envelope = z.infer<typeof Envelope>;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** A record's content, or why it is not what the contract says. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** One Kafka record of a batch. Its value is decoded only when it is read, so that a poisonous one harms no other. */
export class MskRecord {
  private constructor(
    private readonly envelope: Envelope | undefined,
    /** Partition as AWS names it, such as `topic-0`. */
    readonly partition: string,
    /** Undefined if even the envelope is not what AWS documents. */
    readonly offset: number | undefined,
  ) {}

  static of(partition: string, raw: unknown): MskRecord {
    const envelope = Envelope.safeParse(raw);
    const offset = z.object({ offset: z.int().min(0) }).safeParse(raw);
    return new MskRecord(envelope.data, partition, offset.data?.offset);
  }

  /** topic/partition/offset, for logs. */
  get source(): string {
    if (!this.envelope) return `${this.partition}/${this.offset ?? "?"}`;
    return `${this.envelope.topic}/${this.envelope.partition}/${this.envelope.offset}`;
  }

  get correlationId(): string | undefined {
    const bytes = this.envelope?.headers?.find((header) => CORRELATION_ID_HEADER in header)?.[CORRELATION_ID_HEADER];
    return bytes && Buffer.from(bytes).toString("utf8");
  }

  /** The record's JSON value as the contract has it. Never throws, whatever the bytes are. */
  read<T>(contract: z.ZodType<T>): Read<T> {
    if (!this.envelope) return { ok: false, problem: "the record's envelope is not what AWS documents" };
    const { value } = this.envelope;
    if (!value) return { ok: false, problem: "the value is empty" };
    let json: unknown;
    try {
      json = JSON.parse(utf8.decode(Buffer.from(value, "base64")));
    } catch {
      return { ok: false, problem: "the value is not JSON in UTF-8" };
    }
    const result = contract.safeParse(json);
    return result.success ? { ok: true, value: result.data } : { ok: false, problem: contractProblem(result.error) };
  }
}

/** The issues of a value that breaks a contract, in one line. */
export function contractProblem(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join(".") || "value"}: ${message}`).join("; ");
}

/** The records of one partition, by rising offset. */
export interface PartitionBatch {
  readonly partition: string;
  readonly records: readonly MskRecord[];
}

/**
 * The partitions of a batch that an event source mapping of type MSK sends.
 *
 * @throws Error if the event is none: the function is then wired to the wrong source
 */
export function readMskEvent(event: unknown): PartitionBatch[] {
  const result = MskEvent.safeParse(event);
  if (!result.success)
    throw new Error(
      `Expected the event of an Amazon MSK event source mapping. Check what invokes the function: ${contractProblem(result.error)}`,
    );
  return Object.entries(result.data.records).map(([partition, records]) => ({
    partition,
    records: records.map((raw) => MskRecord.of(partition, raw)),
  }));
}
