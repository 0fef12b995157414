import { GlueCatalogTable } from "@cdktf/provider-aws/lib/glue-catalog-table";
import { Token } from "cdktf";
import type { Construct } from "constructs";
import { atMost, startsWith } from "../../module-kit/comparisons";
import type { Resolved } from "../../module-kit/inputs";
import { mergeLifecycles, precondition } from "../../module-kit/precondition";
import { blocks, merge, not } from "../../module-kit/structure";
import type { inputs } from "./inputs";
import { PARTITION_KEYS, projectionParameters } from "./layout";

const HIVE = "org.apache.hadoop.hive.ql.io.parquet";

interface Place {
  readonly bucketName: string;
  readonly databaseName: string;
}

/** A table of Parquet files by day, below the lake's prefix; its partitions are computed. */
export function lakeTable(
  scope: Construct,
  id: string,
  p: Resolved<typeof inputs>,
  { bucketName, databaseName }: Place,
): GlueCatalogTable {
  const years = `${Token.asString(p.startYear)},${Token.asString(p.endYear)}`;
  return new GlueCatalogTable(scope, id, {
    name: p.table,
    databaseName,
    description: p.tableDescription,
    tableType: "EXTERNAL_TABLE",
    parameters: merge(
      { EXTERNAL: "TRUE", classification: "parquet" },
      projectionParameters(bucketName, p.prefix, years),
    ),
    partitionKeys: PARTITION_KEYS.map(({ name }) => ({ name, type: "string" })),
    storageDescriptor: {
      location: `s3://${bucketName}/${p.prefix}`,
      inputFormat: `${HIVE}.MapredParquetInputFormat`,
      outputFormat: `${HIVE}.MapredParquetOutputFormat`,
      serDeInfo: { serializationLibrary: `${HIVE}.serde.ParquetHiveSerDe` },
      columns: blocks(p.columns, ({ name, type, comment }) => ({ name, type, comment })),
    },
    lifecycle: mergeLifecycles(
      precondition(scope, "start_year must be at most end_year.", atMost(p.startYear, p.endYear)),
      precondition(
        scope,
        "results_prefix must be outside prefix: the table would read query results.",
        not(startsWith(p.resultsPrefix, p.prefix)),
      ),
      precondition(
        scope,
        "prefix must be outside results_prefix: the table's files would expire with query results.",
        not(startsWith(p.prefix, p.resultsPrefix)),
      ),
    ),
  });
}
