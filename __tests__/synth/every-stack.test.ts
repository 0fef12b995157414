import { readFileSync } from "node:fs";
import { prefix, stateBucket } from "../../envs/names";
import { expandStack } from "../../guardrails/expand";
import { environments, manifest, names, resources, stackFile, stackJson } from "../support/stacks";

const STACKS = ["network", "streaming", "lake", "processing", "delivery", "features", "observability", "state"];
const ids = Object.keys(manifest);
const environmentOf = (id: string) => environments[id.split("-")[0]!]!;

test("each environment has its seven stacks and the one of its state", () => {
  expect(ids.sort()).toEqual(names.flatMap((name) => STACKS.map((stack) => `${name}-${stack}`)).sort());
});

test.each(names)("%s's stacks need only what the order of deployment has put there", (name) => {
  const order = STACKS.map((stack) => `${name}-${stack}`);
  for (const id of order) {
    for (const needed of manifest[id]!.dependencies) expect(order.indexOf(needed)).toBeLessThan(order.indexOf(id));
  }
  expect(manifest[`${name}-delivery`]!.dependencies.sort()).toEqual(
    ["lake", "network", "streaming"].map((stack) => `${name}-${stack}`),
  );
});

describe.each(ids)("%s", (id) => {
  const environment = environmentOf(id);
  const stack = id.slice(environment.name.length + 1);

  test("keeps its state in the environment's bucket: encrypted, locked, under a key of its own", () => {
    const { region, account, project, name } = environment;
    expect(stackJson(id).terraform?.backend?.s3).toMatchObject({
      bucket: stateBucket(environment),
      key: `${project}/${name}/${stack}.tfstate`,
      region,
      encrypt: true,
      // Without it Terraform asks for S3's own key, whatever the bucket's is.
      kms_key_id: `arn:aws:kms:${region}:${account}:alias/${stateBucket(environment)}`,
      use_lockfile: true,
    });
  });

  test("may be deployed to the environment's account only, with the environment's tags", () => {
    const [provider] = stackJson(id).provider?.aws ?? [];
    expect(provider).toMatchObject({ region: environment.region, allowed_account_ids: [environment.account] });
    expect(provider?.default_tags).toEqual([
      {
        tags: {
          ...environment.tags,
          Project: environment.project,
          Environment: environment.name,
          ManagedBy: "cdktf",
        },
      },
    ]);
  });

  test("holds no token that cdktf left unresolved", () => {
    const json = JSON.stringify(stackJson(id));
    expect(json).not.toMatch(/TfToken|\$\{Token|-1\.888154589708[0-9]+e\+289|\[object Object\]|undefined/);
    expect(json).not.toMatch(/e\+2\d\d/);
  });

  test("names everything after project and environment", () => {
    const named = expandStack(id, stackJson(id)).flatMap(({ type, body }) =>
      ["name", "bucket", "function_name", "cluster_name", "feature_group_name", "alarm_name", "dashboard_name"]
        .filter((argument) => NAMED_TYPES.test(type) && typeof body[argument] === "string")
        .map((argument) => String(body[argument]))
        .filter((value) => !value.startsWith("${")),
    );
    for (const name of named) {
      expect(name.replaceAll("_", "-").replace(/^(alias\/|\/aws\/[a-z-]+\/)/, "")).toMatch(
        new RegExp(`^${prefix(environment)}-`),
      );
    }
  });

  test("keeps its logs as long as the environment says, encrypted", () => {
    for (const { body } of resources(id, "aws_cloudwatch_log_group")) {
      expect(body.retention_in_days).toBe(environment.retention.logDays);
      expect(body.kms_key_id).toMatch(/^\$\{/);
    }
  });

  test("protects what holds data from destruction where the environment says so", () => {
    const types = [
      "aws_s3_bucket",
      "aws_glue_catalog_table",
      "aws_kinesisanalyticsv2_application",
      "aws_sagemaker_feature_group",
      "aws_msk_cluster",
      "aws_msk_serverless_cluster",
      "aws_kms_key",
    ];
    for (const { address, body } of types.flatMap((type) => resources(id, type))) {
      const { prevent_destroy: protectedNow = false } = (body.lifecycle ?? {}) as { prevent_destroy?: boolean };
      expect([address, protectedNow]).toEqual([address, environment.protectData]);
    }
  });
});

/** Types whose names people see; others are named by what they belong to. */
const NAMED_TYPES =
  /^aws_(s3_bucket|lambda_function|iam_role|iam_policy|msk_(serverless_)?cluster|kinesisanalyticsv2_application|kms_alias|sns_topic|sqs_queue|scheduler_schedule|security_group|sagemaker_feature_group|cloudwatch_(log_group|dashboard|metric_alarm|composite_alarm))$/;

test("no stack's file names a path of this machine outside its own folder", () => {
  for (const id of ids) {
    const text = readFileSync(stackFile(id), "utf8");
    expect(text).not.toContain(process.cwd());
  }
});
