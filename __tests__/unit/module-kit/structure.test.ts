import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { Kinesisanalyticsv2Application } from "@cdktf/provider-aws/lib/kinesisanalyticsv2-application";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { App, type IResolvable, TerraformOutput, TerraformVariable } from "cdktf";
import * as z from "zod";
import { type Props, parse } from "../../../module-kit/inputs";
import { PlainStack } from "../../../module-kit/plain-stack";
import {
  all,
  atKey,
  blockIf,
  blocks,
  blocksByKey,
  byKey,
  choose,
  concat,
  forEachOf,
  given,
  index,
  maybe,
  merge,
  not,
  notEmpty,
  onlyIf,
  sameIndex,
  sameKey,
  singleBlockIf,
  times,
} from "../../../module-kit/structure";

const stack = () => new PlainStack(new App({ skipValidation: true }), "stack");
const synthesized = (of: PlainStack) => {
  of.prepareStack();
  return of.toTerraform();
};
const variable = (of: PlainStack, name: string) => new TerraformVariable(of, name, {});
const output = (of: PlainStack, value: unknown) => {
  new TerraformOutput(of, "out", { value });
  return synthesized(of).output.out.value;
};

describe("a resource behind a toggle", () => {
  const withToggle = (toggle: (of: PlainStack) => boolean | IResolvable) => {
    const of = stack();
    const bucket = new S3Bucket(of, "bucket", { count: onlyIf(toggle(of)) });
    new TerraformOutput(of, "arn", { value: maybe(bucket, "arn") });
    return synthesized(of);
  };

  test.each([
    ["on", () => true, 1],
    ["off", () => false, 0],
    ["an expression", (of: PlainStack) => variable(of, "on").booleanValue, "${var.on ? 1 : 0}"],
  ])("has a count, whether it is %s", (_, toggle, count) => {
    const json = withToggle(toggle);
    expect(json.resource.aws_s3_bucket.bucket.count).toBe(count);
    expect(json.output.arn.value).toBe("${one(aws_s3_bucket.bucket[*].arn)}");
  });
});

test("instances are counted, named by their number, and read together", () => {
  const of = stack();
  const bucket = new S3Bucket(of, "bucket", { count: times(2), bucket: `b-${index}` });
  new S3Bucket(of, "copy", { count: times(2), bucket: sameIndex(bucket, "arn") });
  new TerraformOutput(of, "arns", { value: all(bucket, "arn") });
  const json = synthesized(of);
  expect(json.resource.aws_s3_bucket.copy.bucket).toBe("${aws_s3_bucket.bucket[count.index].arn}");
  expect(json.resource.aws_s3_bucket.bucket).toMatchObject({ count: 2, bucket: "b-${count.index}" });
  expect(json.output.arns.value).toBe("${aws_s3_bucket.bucket[*].arn}");
});

describe("for_each", () => {
  const inputs = z.object({
    rules: z.record(
      z.string(),
      z.object({ port: z.int(), toPort: z.int().optional(), labels: z.record(z.string(), z.string()).default({}) }),
    ),
  });
  const forEach = (props: (of: PlainStack) => Props<typeof inputs>) => {
    const of = stack();
    const each = forEachOf(parse(of, inputs, props(of)).rules);
    new S3Bucket(of, "bucket", { forEach: each, bucket: `${each.key}-${each.getString("to_port")}` });
    return synthesized(of).resource.aws_s3_bucket.bucket;
  };

  test("spells declared fields for Terraform, leaves a map's keys, and gives every element the same fields", () => {
    const bucket = forEach(() => ({
      rules: { web: { port: 80, labels: { camelCase: "x" } }, far: { port: 1, toPort: 2 } },
    }));
    expect(bucket.for_each).toEqual({
      web: { port: 80, to_port: null, labels: { camelCase: "x" } },
      far: { port: 1, to_port: 2, labels: {} },
    });
    expect(bucket.bucket).toBe("${each.key}-${each.value.to_port}");
  });

  test("over an expression reads the same fields", () => {
    const bucket = forEach((of) => ({ rules: variable(of, "rules").value }));
    expect(bucket).toMatchObject({ for_each: "${var.rules}", bucket: "${each.key}-${each.value.to_port}" });
  });

  test("over names makes a set of them", () => {
    const of = stack();
    const each = forEachOf(["a", "b"]);
    const bucket = new S3Bucket(of, "bucket", { forEach: each, bucket: each.key });
    new S3Bucket(of, "copy", { forEach: each, bucket: sameKey(bucket, "arn") });
    new TerraformOutput(of, "arns", { value: byKey(bucket, "arn") });
    new TerraformOutput(of, "one", { value: atKey(bucket, "a", "arn") });
    const json = synthesized(of);
    expect(json.resource.aws_s3_bucket.bucket.for_each).toBe('${toset(["a", "b"])}');
    expect(json.resource.aws_s3_bucket.copy.bucket).toBe("${aws_s3_bucket.bucket[each.key].arn}");
    expect(json.output.arns.value).toBe("${{ for key, instance in aws_s3_bucket.bucket : key => instance.arn }}");
    expect(json.output.one.value).toBe(
      '${one([for key, instance in aws_s3_bucket.bucket : instance.arn if key == "a"])}',
    );
  });
});

describe("nested blocks", () => {
  const document = (build: (of: PlainStack) => { sid?: string; actions?: string[]; condition?: never[] }[]) => {
    const of = stack();
    new DataAwsIamPolicyDocument(of, "document", { statement: build(of) });
    return synthesized(of).data.aws_iam_policy_document.document;
  };
  const fixed = [{ sid: "Fixed" }];

  test("of a list are there in order", () => {
    expect(document(() => blocks([{ id: "b" }, { id: "a" }], ({ id }) => ({ sid: id }))).statement).toEqual([
      { sid: "b" },
      { sid: "a" },
    ]);
  });

  test("of an expression are dynamic, their fields spelled for Terraform", () => {
    const built = document((of) =>
      blocks<{ theId: string }, object>(variable(of, "list").value, ({ theId }) => ({ sid: theId })),
    );
    expect(built.dynamic).toEqual({
      statement: { for_each: "${var.list}", content: { sid: "${statement.value.the_id}" } },
    });
  });

  test("of a map are there in the order of its keys, as Terraform has them", () => {
    const build = (key: string, value: string) => ({ sid: key, actions: [value] });
    expect(document(() => blocksByKey({ b: "2", a: "1" }, build)).statement).toEqual([
      { sid: "a", actions: ["1"] },
      { sid: "b", actions: ["2"] },
    ]);
    const built = document((of) => blocksByKey<string, { sid: string }>(variable(of, "map").value, build));
    expect(built.dynamic.statement.content).toEqual({ sid: "${statement.key}", actions: ["${statement.value}"] });
  });

  test("fixed ones stay before dynamic ones, at any depth", () => {
    const built = document((of) =>
      concat(
        fixed,
        blockIf(variable(of, "on").booleanValue, { sid: "Maybe" }),
        blockIf(variable(of, "b").booleanValue, { sid: "B" }),
      ),
    );
    expect(built.statement).toEqual(fixed);
    expect(built.dynamic.statement).toEqual([
      { for_each: "${var.on ? [1] : []}", content: { sid: "Maybe" } },
      { for_each: "${var.b ? [1] : []}", content: { sid: "B" } },
    ]);
  });

  test("fixed ones after dynamic ones are refused", () => {
    expect(() => document((of) => concat(blockIf(variable(of, "on").booleanValue, { sid: "a" }), fixed))).toThrow(
      "put the blocks that are always there before",
    );
  });

  test("a known condition leaves no trace", () => {
    expect(document(() => concat(fixed, blockIf(false, { sid: "a" }), blockIf(true, { sid: "b" })))).not.toHaveProperty(
      "dynamic",
    );
  });

  test("a dynamic block within a dynamic block reads the outer one's item", () => {
    const built = document((of) =>
      blocks<{ tests: { name: string }[] }, object>(variable(of, "list").value, ({ tests }) => ({
        condition: blocks(tests, ({ name }) => ({ test: name, variable: "v", values: [] })),
      })),
    );
    expect(built.dynamic.statement.content.dynamic).toEqual({
      condition: {
        for_each: "${statement.value.tests}",
        content: { test: "${condition.value.name}", variable: "v", values: [] },
      },
    });
  });

  test("a single block behind an expression is dynamic, with its nested blocks", () => {
    const of = stack();
    const on = variable(of, "on").booleanValue;
    new Kinesisanalyticsv2Application(of, "application", {
      name: "job",
      runtimeEnvironment: "FLINK-1_20",
      serviceExecutionRole: "role",
      applicationConfiguration: {
        applicationCodeConfiguration: { codeContentType: "ZIPFILE" },
        runConfiguration: singleBlockIf(on, { flinkRunConfiguration: { allowNonRestoredState: true } }),
      },
    });
    const { application_configuration } = synthesized(of).resource.aws_kinesisanalyticsv2_application.application;
    expect(application_configuration.dynamic.run_configuration).toEqual({
      for_each: "${var.on ? [1] : []}",
      content: { flink_run_configuration: { allow_non_restored_state: true } },
    });
    expect(application_configuration).not.toHaveProperty("run_configuration");
  });

  test("a single block behind a known condition is there or not", () => {
    expect(singleBlockIf(true, { a: 1 })).toEqual({ a: 1 });
    expect(singleBlockIf(false, { a: 1 })).toBeUndefined();
  });
});

describe("conditions", () => {
  test.each<[string, (of: PlainStack) => unknown, string]>([
    ["not", (of) => not(variable(of, "x").booleanValue), "${!var.x}"],
    ["given", (of) => given(variable(of, "x").stringValue), "${(var.x != null)}"],
    ["notEmpty", (of) => notEmpty(variable(of, "x").listValue), "${(length(var.x) > 0)}"],
    ["choose", (of) => choose(variable(of, "x").booleanValue, "a", "b"), '${var.x ? "a" : "b"}'],
    [
      "a choice within a choice",
      (of) => choose(variable(of, "x").booleanValue, choose(variable(of, "y").booleanValue, 2, 1), 0),
      "${var.x ? (var.y ? 2 : 1) : 0}",
    ],
  ])("%s of an expression is an expression", (_, build, expected) => {
    const of = stack();
    expect(output(of, build(of))).toBe(expected);
  });

  test("of known values are known", () => {
    expect([not(true), given(undefined), given(0), notEmpty([]), notEmpty({ a: 1 }), choose(false, 1, 2)]).toEqual([
      false,
      false,
      true,
      false,
      true,
      2,
    ]);
  });
});

test("maps are merged, later ones winning, at synth when they are known", () => {
  expect(merge({ a: "1", b: "1" }, { b: "2" })).toEqual({ a: "1", b: "2" });
  const of = stack();
  const tags = variable(of, "tags").value as unknown as Record<string, string>;
  expect(output(of, merge(tags, { Name: "x" }))).toBe('${merge(var.tags, {"Name" = "x"})}');
});
