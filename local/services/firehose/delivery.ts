import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { ConsumedRecord } from "../broker/record";
import type { Glue } from "../emulator/glue";
import { bucketOf, type S3 } from "../emulator/s3";
import { log, reason } from "../log";
import type { ParquetWriter } from "../parquet";
import { ConversionError, type Converter, converterFor } from "./convert";
import { expandErrorPrefix, expandPrefix, formatTimestamp } from "./prefix";
import type { Conversion } from "./schemas";
import type { Stream } from "./state";

const ERROR_TYPE = "format-conversion-failed";
const MAX_PAUSE_MS = 30_000;

/** What a stream has delivered since the services started. */
export interface DeliveryFigures {
  delivered: number;
  failedConversions: number;
  objects: number;
  newestObject?: { readonly bucket: string; readonly key: string; readonly records: number; readonly at: string };
  /** How old the oldest record of the last object was when it was stored. */
  freshnessSeconds?: number;
  lastError?: string;
}

export interface DeliveryContext {
  readonly s3: Pick<S3, "put">;
  readonly glue: Pick<Glue, "columns">;
  readonly parquet: ParquetWriter;
  readonly region: string;
  /** First pause after a failed attempt in milliseconds; default 500. */
  readonly firstPauseMs?: number;
}

interface Failure {
  readonly record: ConsumedRecord;
  readonly error: ConversionError;
}

/** Line of the error output: https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html */
function errorLine({ record, error }: Failure, { SchemaConfiguration: schema }: Conversion, region: string): string {
  return JSON.stringify({
    attemptsMade: 1,
    arrivalTimestamp: record.receivedAt,
    lastErrorCode: error.code,
    lastErrorMessage: error.message,
    attemptEndingTimestamp: Date.now(),
    rawData: (record.value ?? Buffer.alloc(0)).toString("base64"),
    sequenceNumber: `${record.topic}-${record.partition}-${record.offset}`,
    subSequenceNumber: null,
    dataCatalogTable: {
      catalogId: schema.CatalogId ?? null,
      databaseName: schema.DatabaseName,
      tableName: schema.TableName,
      region: schema.Region ?? region,
      versionId: schema.VersionId ?? "LATEST",
      roleArn: schema.RoleARN,
    },
  });
}

/** Brings buffers of one stream into S3, trying until each is there: Kafka keeps what is not. */
export class Delivery {
  readonly figures: DeliveryFigures = { delivered: 0, failedConversions: 0, objects: 0 };
  private readonly bucket: string;

  constructor(
    private readonly stream: Stream,
    private readonly context: DeliveryContext,
  ) {
    this.bucket = bucketOf(stream.destination.BucketARN) ?? "";
  }

  private key(prefix: string, at: Date, extension: string, errorType?: string): string {
    const name = `${this.stream.name}-${this.stream.version}-${formatTimestamp("yyyy-MM-dd-HH-mm-ss", at)}-${randomUUID()}`;
    const folder = errorType ? expandErrorPrefix(prefix, at, errorType) : expandPrefix(prefix, at);
    return `${folder}${name}${extension}`;
  }

  /**
   * Delivers one buffer as one object, and one more for what does not convert. A failed attempt is repeated with growing
   * pauses; what an earlier attempt stored is not stored again.
   * @throws Error when `signal` is aborted before everything is in S3.
   */
  async deliver(records: readonly ConsumedRecord[], signal: AbortSignal): Promise<void> {
    const steps = [...this.steps(records)];
    const receivedAt = records[0]?.receivedAt ?? Date.now();
    for (let pause = this.context.firstPauseMs ?? 500; steps.length > 0; ) {
      signal.throwIfAborted();
      try {
        await steps[0]?.();
        steps.shift();
        this.figures.lastError = undefined;
      } catch (error) {
        this.figures.lastError = reason(error);
        log("warn", "delivery failed, it is tried again", {
          stream: this.stream.name,
          detail: reason(error),
          pauseMs: pause,
        });
        await delay(pause, undefined, { signal });
        pause = Math.min(MAX_PAUSE_MS, pause * 2);
      }
    }
    this.figures.freshnessSeconds = (Date.now() - receivedAt) / 1000;
  }

  private *steps(records: readonly ConsumedRecord[]): Generator<() => Promise<void>> {
    const at = new Date(records[0]?.receivedAt ?? Date.now());
    const conversion = this.stream.destination.DataFormatConversionConfiguration;
    if (!conversion?.Enabled) {
      const key = this.key(this.stream.destination.Prefix ?? "", at, this.stream.destination.FileExtension ?? "");
      yield () => this.storeRaw(key, records);
      return;
    }
    const key = this.key(this.stream.destination.Prefix ?? "", at, this.stream.destination.FileExtension || ".parquet");
    const errorKey = this.key(this.stream.destination.ErrorOutputPrefix ?? "", at, "", ERROR_TYPE);
    let failures: Failure[] = [];
    yield async () => {
      const { DatabaseName, TableName } = conversion.SchemaConfiguration;
      const converter = converterFor(await this.context.glue.columns(DatabaseName, TableName));
      failures = await this.storeParquet(key, records, converter, conversion);
    };
    yield async () => {
      if (failures.length === 0) return;
      const lines = failures.map((failure) => `${errorLine(failure, conversion, this.context.region)}\n`);
      await this.context.s3.put(this.bucket, errorKey, lines.join(""));
      this.figures.failedConversions += failures.length;
    };
  }

  private async storeRaw(key: string, records: readonly ConsumedRecord[]): Promise<void> {
    const bytes = Buffer.concat(records.map(({ value }) => value ?? Buffer.alloc(0)));
    const compressed = this.stream.destination.CompressionFormat === "GZIP";
    await this.context.s3.put(this.bucket, compressed ? `${key}.gz` : key, compressed ? gzipSync(bytes) : bytes);
    this.stored(key, records.length);
  }

  private async storeParquet(
    key: string,
    records: readonly ConsumedRecord[],
    converter: Converter,
    conversion: Conversion,
  ): Promise<Failure[]> {
    const rows: object[] = [];
    const failures: Failure[] = [];
    for (const record of records) {
      try {
        rows.push(converter.convert(record.value));
      } catch (error) {
        if (!(error instanceof ConversionError)) throw error;
        failures.push({ record, error });
      }
    }
    if (rows.length > 0) {
      const codec = conversion.OutputFormatConfiguration.Serializer.ParquetSerDe.Compression ?? "SNAPPY";
      await this.context.s3.put(this.bucket, key, await this.context.parquet.write(converter.columns, rows, codec));
      this.stored(key, rows.length);
    }
    return failures;
  }

  private stored(key: string, records: number): void {
    this.figures.delivered += records;
    this.figures.objects += 1;
    this.figures.newestObject = { bucket: this.bucket, key, records, at: new Date().toISOString() };
  }
}
