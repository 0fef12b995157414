import { DataLake } from "../../../modules/data-lake";
import { deliveryPrefix } from "../../../modules/data-lake/layout";
import { statement, synthesize } from "./support/synthesize";

type Props = ConstructorParameters<typeof DataLake>[2];

const required: Props = {
  bucketName: "acme-lake",
  kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/lake",
  logBucketName: "acme-access-logs",
  database: "acme",
  table: "stock_aggregates",
  columns: [
    { name: "ticker", type: "string", comment: "Symbol." },
    { name: "price_avg", type: "double" },
  ],
  prefix: "aggregates/",
  startYear: 2024,
  workgroup: "acme-analytics",
};
const build = (rest: Partial<Props> = {}) =>
  synthesize((stack) => new DataLake(stack, "lake", { ...required, ...rest }));
const table = (rest?: Partial<Props>) => build(rest).resource.aws_glue_catalog_table?.lake_table;

describe("data-lake", () => {
  test("the projection reads exactly the folders that Firehose writes", () => {
    const { parameters } = table({ prefix: "a/b/" });
    const at = new Date(Date.UTC(2031, 2, 7));
    const written = deliveryPrefix("a/b/")
      .replace("!{timestamp:yyyy}", `${at.getUTCFullYear()}`)
      .replace("!{timestamp:MM}", "03")
      .replace("!{timestamp:dd}", "07");
    const read = parameters["storage.location.template"]
      .replaceAll("$${", "${")
      .replace("${year}", "2031")
      .replace("${month}", "3".padStart(Number(parameters["projection.month.digits"]), "0"))
      .replace("${day}", "7".padStart(Number(parameters["projection.day.digits"]), "0"));
    expect(read).toBe(`s3://\${aws_s3_bucket.lake_bucket.id}/${written}`);
  });

  test("partitions are computed from the table's parameters, not its storage descriptor", () => {
    expect(table({ startYear: 2025, endYear: 2030 }).parameters).toMatchObject({
      "projection.enabled": "true",
      "projection.year.type": "integer",
      "projection.year.range": "2025,2030",
      "projection.month.range": "1,12",
      "projection.day.range": "1,31",
    });
    expect(table().storage_descriptor).not.toHaveProperty("parameters");
    expect(table().partition_keys).toEqual(["year", "month", "day"].map((name) => ({ name, type: "string" })));
  });

  test("the table has the given columns in order and reads Parquet", () => {
    const { columns, ser_de_info } = table().storage_descriptor;
    expect(columns.map((c: { name: string }) => c.name)).toEqual(["ticker", "price_avg"]);
    expect(ser_de_info.serialization_library).toMatch(/ParquetHiveSerDe$/);
  });

  test("the bucket is encrypted with the key, versioned, logged, and closed", () => {
    const { resource } = build();
    expect(resource.aws_s3_bucket_server_side_encryption_configuration?.lake_bucket_encryption).toMatchObject({
      rule: [{ apply_server_side_encryption_by_default: { kms_master_key_id: required.kmsKeyArn } }],
    });
    expect(resource).toHaveProperty("aws_s3_bucket_versioning.lake_bucket_versioning");
    expect(resource.aws_s3_bucket_logging?.lake_bucket_logging?.target_bucket).toBe("acme-access-logs");
    expect(resource).toHaveProperty("aws_s3_bucket_public_access_block.lake_bucket_public_access");
  });

  test("query results expire on their own, before the data", () => {
    const lifecycle = build({ expireDays: 365 }).resource.aws_s3_bucket_lifecycle_configuration?.lake_bucket_lifecycle;
    expect(lifecycle.rule).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ filter: [{ prefix: "athena-results/" }], expiration: [{ days: 7 }] }),
        expect.objectContaining({ expiration: [{ days: 365 }] }),
      ]),
    );
  });

  test("the workgroup enforces encrypted results in the lake and limits a query's cost", () => {
    expect(build().resource.aws_athena_workgroup?.lake_workgroup.configuration).toMatchObject({
      enforce_workgroup_configuration: true,
      bytes_scanned_cutoff_per_query: 10_737_418_240,
      result_configuration: {
        output_location: "s3://${aws_s3_bucket.lake_bucket.id}/athena-results/",
        encryption_configuration: { encryption_option: "SSE_KMS", kms_key_arn: required.kmsKeyArn },
      },
    });
  });

  test("saves the named queries", () => {
    const { lake_query } = build({ namedQueries: { latest: "SELECT 1" } }).resource.aws_athena_named_query ?? {};
    expect(lake_query).toMatchObject({ name: "${each.key}", query: "${each.value}", for_each: { latest: "SELECT 1" } });
  });

  test("the query policy reads the table's folder and writes only results", () => {
    const stack = build();
    const bucketArn = "${aws_s3_bucket.lake_bucket.arn}";
    expect(statement(stack, "lake_query_document", "ReadObjects")).toMatchObject({
      actions: ["s3:GetObject"],
      resources: [`${bucketArn}/aggregates/*`],
    });
    expect(statement(stack, "lake_query_document", "KeepResults").resources).toEqual([`${bucketArn}/athena-results/*`]);
  });

  test.each<[keyof Props, unknown]>([
    ["database", "has-hyphen"],
    ["columns", []],
    ["columns", [{ name: "Upper", type: "string" }]],
    ["prefix", "/"],
    ["startYear", 24],
    ["bucketName", "UPPER"],
  ])("refuses %s %p", (input, value) => {
    expect(() => build({ [input]: value })).toThrow(new RegExp(input));
  });
});
