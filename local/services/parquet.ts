import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** A column of a Parquet file. */
export interface ParquetColumn {
  readonly name: string;
  /** DuckDB's type (https://duckdb.org/docs/stable/sql/data_types/overview). */
  readonly type: string;
}

/** Codecs that both Firehose and DuckDB know. */
export type ParquetCodec = "SNAPPY" | "GZIP" | "UNCOMPRESSED";

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Writes Parquet files with one small embedded DuckDB. Values must be valid for their columns: they are cast, not checked. */
export class ParquetWriter {
  private instance: Promise<DuckDBInstance> | undefined;

  /** @param dir folder for temporary files */
  constructor(private readonly dir: string) {}

  private open(): Promise<DuckDBInstance> {
    this.instance ??= DuckDBInstance.create(":memory:", { memory_limit: "256MB", threads: "1" });
    return this.instance;
  }

  /**
   * The Parquet file of some rows.
   * @throws Error when the temporary folder is full, among others; then nothing is left there.
   */
  async write(
    columns: readonly ParquetColumn[],
    rows: readonly object[],
    codec: ParquetCodec = "SNAPPY",
  ): Promise<Buffer> {
    mkdirSync(this.dir, { recursive: true });
    const id = randomUUID();
    const source = join(this.dir, `${id}.ndjson`);
    const target = join(this.dir, `${id}.parquet`);
    const shape = columns.map(({ name, type }) => `${literal(name)}: ${literal(type)}`).join(", ");
    const list = columns.map(({ name }) => identifier(name)).join(", ");
    try {
      await writeFile(source, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
      const connection = await (await this.open()).connect();
      try {
        await connection.run(
          `COPY (SELECT ${list} FROM read_json(${literal(source)}, format = 'newline_delimited', columns = {${shape}}))
           TO ${literal(target)} (FORMAT parquet, COMPRESSION ${codec})`,
        );
      } finally {
        connection.closeSync();
      }
      return await readFile(target);
    } finally {
      await Promise.all([rm(source, { force: true }), rm(target, { force: true })]);
    }
  }
}
