import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verdict } from "../../../scripts/security/checkov";
import { addressAt, expanded } from "../../../scripts/security/stacks";
import { WAIVERS } from "../../../scripts/security/waived";

const folder = mkdtempSync(join(tmpdir(), "security-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const STACK = {
  provider: { aws: [{ region: "us-east-1" }] },
  data: { aws_iam_policy_document: { trust: { dynamic: { statement: [{ for_each: [1], content: { sid: "A" } }] } } } },
  resource: {
    aws_lambda_function: { f: { function_name: "f", role: "${aws_iam_role.f.arn}" } },
    aws_eip: { address: { count: 2, domain: "vpc" } },
    aws_sqs_queue: { absent: { count: 0, name: "q" } },
  },
};

function written(name: string): { file: string; lineOf: (text: string) => number } {
  const json = JSON.stringify(expanded("dev-x", STACK), null, 2);
  const file = join(folder, name);
  writeFileSync(file, json);
  return { file, lineOf: (text) => json.split("\n").findIndex((line) => line.includes(text)) + 1 };
}

test("checkov gets dynamic blocks and loops written out, the first of a loop under the name that others refer to", () => {
  expect(expanded("dev-x", STACK)).toEqual({
    provider: STACK.provider,
    data: { aws_iam_policy_document: { trust: { statement: [{ sid: "A" }] } } },
    resource: {
      aws_lambda_function: { f: { function_name: "f", role: "${aws_iam_role.f.arn}" } },
      aws_eip: { address: { domain: "vpc" }, address__1: { domain: "vpc" } },
    },
  });
});

test("a finding's line tells its resource, whatever checkov calls it", () => {
  const { file, lineOf } = written("line.json");
  expect(addressAt(file, lineOf('"f": {'))).toBe("aws_lambda_function.f");
  expect(addressAt(file, lineOf('"address__1"'))).toBe("aws_eip.address");
  expect(addressAt(file, lineOf('"trust"'))).toBe("data.aws_iam_policy_document.trust");
});

const report = (path: string, line: number, parsing = 0) => ({
  summary: { passed: 3, parsing_errors: parsing },
  results: {
    failed_checks: [
      { check_id: "CKV_AWS_1", check_name: "Ensure it", file_abs_path: path, file_line_range: [line, line] as const },
    ],
  },
});

test("checkov's report becomes findings with stack and address", () => {
  const { file, lineOf } = written("report.json");
  expect(verdict(report(file, lineOf('"f": {')), { "dev-x": file })).toEqual({
    passed: 3,
    failed: [{ rule: "CKV_AWS_1", stack: "dev-x", resource: "aws_lambda_function.f", message: "Ensure it" }],
  });
});

test("a file that could not be read, or that no stack has, is an error and no success", () => {
  const { file } = written("unread.json");
  expect(() => verdict(report(file, 1, 1), { "dev-x": file })).toThrow("could not parse 1 files");
  expect(() => verdict(report("/elsewhere.json", 1), { "dev-x": file })).toThrow("no stack's file");
});

test("every waiver has a reason, and description it once", () => {
  const keys = WAIVERS.map(({ rule, stack, resource, when }) => [rule, stack, resource, when.description].join(" "));
  expect(new Set(keys).size).toBe(keys.length);
  for (const { reason } of WAIVERS) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
});
