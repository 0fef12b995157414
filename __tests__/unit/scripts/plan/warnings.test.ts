import type { Change } from "../../../../scripts/plan/change";
import { dataLosses, LOSES } from "../../../../scripts/plan/data-loss";
import { stillUsed } from "../../../../scripts/plan/dependents";
import { warningsOf } from "../../../../scripts/plan/warnings";
import { HOLDS_DATA } from "../../../../stacks/protection";
import { TerraformError } from "../../../../terraform-cli/run";

const change = (type: string, action: string, id: string, ...because: string[]): Change => {
  return { address: `${type}.it`, type, action, id, because, unfinished: false };
};
const state = (type: string, attributes: object) => ({
  resources: [{ mode: "managed", type, name: "user", instances: [{ attributes }] }],
});

test("every type that protectData protects is one whose replacement is warned of", () => {
  expect(HOLDS_DATA.map(({ tfResourceType }) => tfResourceType).filter((type) => !LOSES[type])).toEqual([]);
});

test.each([
  [
    change("aws_msk_serverless_cluster", "delete/create", "arn:1", "vpc_config.0.subnet_ids"),
    "this replaces aws_msk_serverless_cluster.it because vpc_config.0.subnet_ids changes and loses its topics and their records",
  ],
  [
    change("aws_sagemaker_feature_group", "create/delete", "group", "feature_definition", "name"),
    "because feature_definition and name change and loses its features",
  ],
  [
    change("aws_kinesisanalyticsv2_application", "delete", "arn:2"),
    "this deletes aws_kinesisanalyticsv2_application.it and loses the job's state",
  ],
  [change("aws_s3_bucket", "delete/create", "bucket"), "this replaces aws_s3_bucket.it and loses its objects"],
])("%j is a loss of data", (given, sentence) => {
  expect(dataLosses([given])).toEqual([expect.stringContaining(sentence)]);
});

test("what an interrupted creation has left is replaced without a loss", () => {
  expect(dataLosses([{ ...change("aws_kms_key", "delete/create", "1234abcd-key"), unfinished: true }])).toEqual([]);
});

test("what only changes or comes, and what holds nothing, is no loss", () => {
  expect(
    dataLosses([
      change("aws_s3_bucket", "update", "bucket"),
      change("aws_s3_bucket", "create", "bucket"),
      change("aws_security_group", "delete/create", "sg-123456789"),
    ]),
  ).toEqual([]);
});

test("a security group that is deleted while a later stack's instance has it is named, with where", () => {
  const later = {
    "dev-streaming": state("aws_instance", { vpc_security_group_ids: ["sg-0123456789"], tags: { Name: "bastion" } }),
    "dev-lake": state("aws_s3_bucket", { bucket: "lake" }),
  };
  expect(stillUsed([change("aws_security_group", "delete", "sg-0123456789")], later)).toEqual([
    expect.stringContaining(
      "this deletes aws_security_group.it (sg-0123456789), which is in use by aws_instance.user (vpc_security_group_ids[0]) of dev-streaming",
    ),
  ]);
});

test.each([
  ["changes", change("aws_subnet", "update", "subnet-0123456789")],
  ["has an id that may be any word", change("aws_x", "delete", "kafka")],
  ["has no id", { ...change("aws_x", "delete", ""), id: undefined }],
])("what only %s is not looked for", (_, given) => {
  const later = { "dev-streaming": state("aws_y", { a: ["subnet-0123456789", "kafka", ""] }) };
  expect(stillUsed([given], later)).toEqual([]);
});

test("many users are counted, and data sources and one's own attributes of other values are none", () => {
  const resources = Array.from({ length: 5 }, (_, index) => ({
    ...state("aws_lambda_function", { vpc_config: [{ subnet_ids: ["subnet-0123456789"] }] }).resources[0]!,
    name: `f${index}`,
  }));
  const later = { "dev-a": { resources: [...resources, { ...resources[0]!, mode: "data" }] } };
  expect(stillUsed([change("aws_subnet", "delete", "subnet-0123456789")], later)[0]).toMatch(
    /f2 \(vpc_config.*of dev-a and 2 more/,
  );
});

describe("what is deployed later", () => {
  const later = [{ name: "dev-later", directory: "/tmp" }];
  const plan = { stack: "dev-first", applyable: true, changes: [change("aws_subnet", "delete", "subnet-0123456789")] };

  test("is not asked when nothing ends", async () => {
    const run = () => Promise.reject(new Error("asked"));
    await expect(warningsOf({ ...plan, changes: [] }, later, run)).resolves.toEqual([]);
  });

  test("counts as using nothing before its first deployment", async () => {
    await expect(warningsOf(plan, later, async () => "")).resolves.toEqual([]);
  });

  test("is said not to be checked when its state cannot be read", async () => {
    const run = () => Promise.reject(new TerraformError(["state"], "/tmp", 1, "", "AccessDenied"));
    await expect(warningsOf(plan, later, run)).resolves.toEqual([
      expect.stringContaining(
        "it could not be checked whether dev-later uses what this deletes or replaces: AccessDenied",
      ),
    ]);
  });
});
