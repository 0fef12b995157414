import { type EmulatorClient, EmulatorError } from "./client";

/** A column of a Glue table. */
export interface GlueColumn {
  readonly Name: string;
  readonly Type: string;
}

/** The Glue calls that the services need. */
export class Glue {
  constructor(private readonly client: EmulatorClient) {}

  private call<T>(operation: string, body: object): Promise<T> {
    return this.client.json("glue", `AWSGlue.${operation}`, body);
  }

  /** Columns of a table, partition keys left out. */
  async columns(database: string, table: string): Promise<GlueColumn[]> {
    const { Table } = await this.call<{ Table: { StorageDescriptor?: { Columns?: GlueColumn[] } } }>("GetTable", {
      DatabaseName: database,
      Name: table,
    });
    return Table.StorageDescriptor?.Columns ?? [];
  }

  private async createOnce(operation: string, body: object): Promise<void> {
    try {
      await this.call(operation, body);
    } catch (error) {
      if (!(error instanceof EmulatorError && error.is("AlreadyExistsException"))) throw error;
    }
  }

  /** Creates a table of Parquet files, and its database, unless they exist. */
  async createParquetTable(
    database: string,
    table: string,
    location: string,
    columns: readonly GlueColumn[],
    partitionKeys: readonly string[],
  ): Promise<void> {
    await this.createOnce("CreateDatabase", { DatabaseInput: { Name: database } });
    await this.createOnce("CreateTable", {
      DatabaseName: database,
      TableInput: {
        Name: table,
        TableType: "EXTERNAL_TABLE",
        Parameters: { classification: "parquet", EXTERNAL: "TRUE" },
        PartitionKeys: partitionKeys.map((Name) => ({ Name, Type: "string" })),
        StorageDescriptor: {
          Columns: columns,
          Location: location,
          InputFormat: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
          OutputFormat: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
          SerdeInfo: { SerializationLibrary: "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe" },
        },
      },
    });
  }
}
