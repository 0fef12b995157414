import { Firehose } from "../../../modules/firehose";
import { statement, synthesize } from "./support/synthesize";

type Props = ConstructorParameters<typeof Firehose>[2];

const clusterArn = "arn:aws:kafka:eu-west-1:111122223333:cluster/acme/uuid-1";
const bucketArn = "arn:aws:s3:::acme-lake";
const required: Props = {
  name: "acme-aggregates",
  clusterArn,
  topic: "aggregates",
  bucketArn,
  prefix: "aggregates/",
  glueDatabase: "acme",
  glueTable: "stock_aggregates",
  kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/lake",
  logRetentionDays: 30,
  logKmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/logs",
};
const build = (rest: Partial<Props> = {}) =>
  synthesize((stack) => new Firehose(stack, "out", { ...required, ...rest }));
const stream = (rest?: Partial<Props>) => build(rest).resource.aws_kinesis_firehose_delivery_stream?.out;

describe("firehose", () => {
  test("reads one topic over a private connection, with a role of its own", () => {
    expect(stream().msk_source_configuration).toEqual({
      msk_cluster_arn: clusterArn,
      topic_name: "aggregates",
      authentication_configuration: { connectivity: "PRIVATE", role_arn: "${aws_iam_role.out_source_role.arn}" },
    });
    expect(stream().extended_s3_configuration.role_arn).toBe("${aws_iam_role.out_delivery_role.arn}");
  });

  test("writes into folders by day, and failures elsewhere by kind", () => {
    expect(stream({ prefix: "a/b/", errorPrefix: "bad/" }).extended_s3_configuration).toMatchObject({
      prefix: "a/b/year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/",
      error_output_prefix: "bad/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
    });
  });

  test("converts JSON to Parquet by the Glue table, and leaves S3 compression off", () => {
    const s3 = stream().extended_s3_configuration;
    expect(s3.compression_format).toBe("UNCOMPRESSED");
    expect(s3.data_format_conversion_configuration).toMatchObject({
      input_format_configuration: { deserializer: { open_x_json_ser_de: {} } },
      output_format_configuration: { serializer: { parquet_ser_de: { compression: "SNAPPY" } } },
      schema_configuration: { database_name: "acme", table_name: "stock_aggregates" },
    });
  });

  test("leaves out server-side encryption, which is for direct puts", () => {
    expect(stream()).not.toHaveProperty("server_side_encryption");
  });

  test("the source role reads its topic and describes groups of its cluster", () => {
    const stack = build();
    const inCluster = (kind: string, name: string) => `\${replace("${clusterArn}", ":cluster/", ":${kind}/")}/${name}`;
    expect(statement(stack, "out_source", "Read")).toMatchObject({
      actions: [
        "kafka-cluster:DescribeTopic",
        "kafka-cluster:DescribeTopicDynamicConfiguration",
        "kafka-cluster:ReadData",
      ],
      resources: [inCluster("topic", "aggregates")],
    });
    expect(statement(stack, "out_source", "Group")).toMatchObject({
      actions: ["kafka-cluster:DescribeGroup"],
      resources: [inCluster("group", "*")],
    });
  });

  test("the delivery role writes its two folders and nothing else of the bucket", () => {
    expect(statement(build(), "out_delivery", "WriteObjects").resources).toEqual([
      `${bucketArn}/aggregates/*`,
      `${bucketArn}/errors/*`,
    ]);
  });

  test("the delivery role uses the key only through S3 and Glue", () => {
    const key = statement(build(), "out_delivery", "UseKey");
    expect(key.resources).toEqual([required.kmsKeyArn]);
    expect(key.condition[0].values).toEqual([
      "s3.${local.current_region}.amazonaws.com",
      "glue.${local.current_region}.amazonaws.com",
    ]);
  });

  test("only finding the brokers, which has no resource to name, is for every resource", () => {
    const documents = Object.values(build().data.aws_iam_policy_document ?? {});
    const all = documents.flatMap((d) =>
      d.statement.filter(({ resources }: { resources?: string[] }) => resources?.includes("*")),
    );
    expect(all.flatMap((s: { actions: string[] }) => s.actions)).toEqual(["kafka:GetBootstrapBrokers"]);
  });

  test("says why a prefix with expressions is refused", () => {
    expect(() => build({ prefix: "aggregates/!{timestamp:yyyy}/" })).toThrow(/"prefix".*without Firehose expressions/);
  });

  test.each<[keyof Props, unknown]>([
    ["bufferMb", 63],
    ["bufferMb", 129],
    ["bufferSeconds", 901],
    ["prefix", "aggregates"],
    ["prefix", "aggregates/year=!{timestamp:yyyy}/"],
    ["topic", "a topic"],
  ])("refuses %s %p", (input, value) => {
    expect(() => build({ [input]: value })).toThrow(new RegExp(input));
  });
});
