import { featureDefinitions } from "../../../contracts/feature-definitions";
import { FeatureStore } from "../../../modules/feature-store";
import { statement, synthesize } from "./support/synthesize";

type Props = ConstructorParameters<typeof FeatureStore>[2];

const kmsKeyArn = "arn:aws:kms:eu-west-1:111122223333:key/lake";
const required: Props = {
  name: "acme-aggregates",
  recordIdentifier: "ticker",
  eventTime: "event_time",
  features: featureDefinitions(),
  bucketName: "acme-lake",
  kmsKeyArn,
};
const build = (rest: Partial<Props> = {}) =>
  synthesize((stack) => new FeatureStore(stack, "group", { ...required, ...rest }));
const group = (rest?: Partial<Props>) => build(rest).resource.aws_sagemaker_feature_group?.group;
const groupArn = "${aws_sagemaker_feature_group.group.arn}";

describe("feature-store", () => {
  test("encrypts the online and the offline store", () => {
    expect(group()).toMatchObject({
      online_store_config: { enable_online_store: true, security_config: { kms_key_id: kmsKeyArn } },
      offline_store_config: {
        s3_storage_config: { s3_uri: 's3://acme-lake/${trimsuffix("features/", "/")}', kms_key_id: kmsKeyArn },
      },
    });
  });

  test("has the contract's features in order, with a Fractional event time", () => {
    const definitions = group().feature_definition;
    expect(definitions.map((d: { feature_name: string }) => d.feature_name)).toEqual(
      featureDefinitions().map(({ name }) => name),
    );
    expect(definitions).toContainEqual({ feature_name: "event_time", feature_type: "Fractional" });
  });

  test("its role writes below its folder only, and keeps its table", () => {
    const stack = build({ prefix: "a/" });
    expect(statement(stack, "group_offline_store", "WriteObjects").resources).toEqual([
      "arn:${data.aws_partition.current.partition}:s3:::acme-lake/a/*",
    ]);
    expect(statement(stack, "group_offline_store", "KeepTable").actions).toEqual(["glue:GetTable", "glue:UpdateTable"]);
  });

  test("a writer puts records and reads none", () => {
    const stack = build();
    expect(statement(stack, "group_write", "PutRecords")).toMatchObject({
      actions: ["sagemaker:PutRecord"],
      resources: [groupArn],
    });
    expect(stack.data.aws_iam_policy_document?.group_write?.statement).toHaveLength(2);
  });

  test("a reader reads both stores and writes neither", () => {
    const { statement: statements } = build().data.aws_iam_policy_document?.group_read ?? {};
    const actions = statements.flatMap((s: { actions: string[] }) => s.actions);
    expect(actions).toEqual(expect.arrayContaining(["sagemaker:GetRecord", "s3:GetObject", "glue:GetTable"]));
    expect(actions.filter((a: string) => /Put|Delete|Update|Create/.test(a))).toEqual([]);
  });

  test("every use of the key goes through a service", () => {
    const documents = Object.values(build().data.aws_iam_policy_document ?? {});
    const uses = documents.flatMap((d) => d.statement).filter((s) => s.sid === "UseKey");
    expect(uses).toHaveLength(3);
    for (const use of uses)
      expect(use.condition[0]).toMatchObject({ test: "StringEquals", variable: "kms:ViaService" });
  });

  test.each<[keyof Props, unknown]>([
    ["features", [{ name: "ticker", type: "String" }]],
    [
      "features",
      [
        { name: "ticker", type: "Text" },
        { name: "event_time", type: "Fractional" },
      ],
    ],
    [
      "features",
      [
        { name: "_ticker", type: "String" },
        { name: "event_time", type: "Fractional" },
      ],
    ],
    ["name", "under_score"],
    ["prefix", "/features"],
  ])("refuses %s %p", (input, value) => {
    expect(() => build({ [input]: value })).toThrow(new RegExp(input));
  });
});
