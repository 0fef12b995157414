import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { S3 } from "../emulator/s3";
import type { ParquetColumn, ParquetWriter } from "../parquet";
import { appendLine, readLines } from "./journal";
import type { FeatureDefinition, FeatureRecord } from "./schemas";
import type { FeatureGroup } from "./state";

/** A row that waits for the offline store. */
export interface OfflineRow {
  readonly record: FeatureRecord;
  readonly eventTimeMs: number;
  /** When PutRecord or DeleteRecord was called, in milliseconds. */
  readonly invokedAtMs: number;
  readonly isDeleted: boolean;
}

const DUCKDB_TYPES = { String: "VARCHAR", Fractional: "DOUBLE", Integral: "BIGINT" } as const;
const ADDED: readonly ParquetColumn[] = [
  { name: "write_time", type: "TIMESTAMP" },
  { name: "api_invocation_time", type: "TIMESTAMP" },
  { name: "is_deleted", type: "BOOLEAN" },
];

/** Columns of the offline store: the features and what Feature Store adds. */
function offlineColumns(definitions: readonly FeatureDefinition[]): ParquetColumn[] {
  return [...definitions.map((d) => ({ name: d.FeatureName, type: DUCKDB_TYPES[d.FeatureType] })), ...ADDED];
}

const timestamp = (ms: number) => new Date(ms).toISOString().slice(0, -1);

/** `year=…/month=…/day=…/hour=…`, by event time. */
function hourPartition(eventTimeMs: number): string {
  const [date = "", hour = ""] = new Date(eventTimeMs).toISOString().split(/[T:]/, 2);
  const [year, month, day] = date.split("-");
  return `year=${year}/month=${month}/day=${day}/hour=${hour}`;
}

function parquetRow({ record, invokedAtMs, isDeleted }: OfflineRow, writtenAtMs: number): object {
  const features = record.map(({ FeatureName, ValueAsString }) => [FeatureName, ValueAsString]);
  return {
    ...Object.fromEntries(features),
    write_time: timestamp(writtenAtMs),
    api_invocation_time: timestamp(invokedAtMs),
    is_deleted: isDeleted,
  };
}

/**
 * The offline store of one group. Rows wait in a journal; a flush seals it and writes one object an hour of event time
 * (https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store-offline.html). A sealed journal is removed only when all
 * its objects are in S3, and writes the same keys when it is tried again.
 */
export class OfflineStore {
  private readonly open: string;
  newestObject: { readonly bucket: string; readonly key: string; readonly at: string } | undefined;

  constructor(
    private readonly dir: string,
    private readonly group: () => FeatureGroup | undefined,
    private readonly s3: Pick<S3, "put">,
    private readonly parquet: Pick<ParquetWriter, "write">,
  ) {
    mkdirSync(dir, { recursive: true });
    this.open = join(dir, "offline.ndjson");
  }

  append(row: OfflineRow): void {
    appendLine(this.open, row);
  }

  private sealed(): string[] {
    return readdirSync(this.dir)
      .filter((name) => /^offline-\d+\.ndjson$/.test(name))
      .sort()
      .map((name) => join(this.dir, name));
  }

  private freeName(at: number): string {
    const path = join(this.dir, `offline-${at}.ndjson`);
    return existsSync(path) ? this.freeName(at + 1) : path;
  }

  /** Rows that are not in S3 yet. */
  get pending(): number {
    return [...this.sealed(), this.open].reduce((sum, path) => sum + readLines(path).length, 0);
  }

  /** Brings everything that waits into S3. */
  async flush(): Promise<void> {
    if (existsSync(this.open)) renameSync(this.open, this.freeName(Date.now()));
    for (const path of this.sealed()) {
      await this.store(path);
      rmSync(path);
    }
  }

  private async store(path: string): Promise<void> {
    const group = this.group();
    const uri = group?.OfflineStoreConfig?.S3StorageConfig.ResolvedOutputS3Uri;
    const [, bucket = "", prefix = ""] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri ?? "") ?? [];
    if (!group || !bucket) return;
    const sealedAt = Number(/\d+/.exec(basename(path))?.[0]);
    const partitions = new Map<string, OfflineRow[]>();
    for (const row of readLines<OfflineRow>(path)) {
      const partition = hourPartition(row.eventTimeMs);
      partitions.set(partition, [...(partitions.get(partition) ?? []), row]);
    }
    const stamp = new Date(sealedAt).toISOString().replace(/[-:]|\.\d+/g, "");
    const suffix = createHash("sha256").update(path).digest("base64url").replace(/[-_]/g, "a").slice(0, 16);
    for (const [partition, rows] of partitions) {
      const key = `${prefix}/${partition}/${stamp}_${suffix}.parquet`;
      const table = rows.map((row) => parquetRow(row, sealedAt));
      await this.s3.put(bucket, key, await this.parquet.write(offlineColumns(group.FeatureDefinitions), table));
      this.newestObject = { bucket, key, at: new Date().toISOString() };
    }
  }

  /** Forgets what waits, when its group is deleted. */
  clear(): void {
    for (const path of [...this.sealed(), this.open]) rmSync(path, { force: true });
  }
}
