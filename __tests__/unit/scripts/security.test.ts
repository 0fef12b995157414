import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findingsOf, scan } from "../../../scripts/security/checkov";
import { CHECKOV_WAIVERS } from "../../../scripts/security/waived";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "security-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const failed = {
  check_id: "CKV_AWS_1",
  check_name: "Ensure something",
  file_path: "/stacks/dev-lake/main.tf.json",
  resource: "aws_s3_bucket.it",
};
const report = { summary: { passed: 3 }, results: { failed_checks: [failed] } };

test("what checkov complains about becomes findings by stack", () => {
  expect(findingsOf(report)).toEqual([
    { rule: "CKV_AWS_1", stack: "dev-lake", resource: "aws_s3_bucket.it", message: "Ensure something" },
  ]);
});

/** A stand-in for checkov: writes a report, or fails. */
function program(script: string): string {
  const file = join(folder, "checkov");
  writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return file;
}

const stack = { name: "dev-lake", workingDirectory: "stacks/dev-lake", dependencies: [] };

function synthesized(): string {
  const output = join(folder, "out");
  mkdirSync(join(output, stack.workingDirectory), { recursive: true });
  writeFileSync(join(output, stack.workingDirectory, "cdk.tf.json"), "{}");
  return output;
}

test("stacks are scanned under the name that checkov takes for Terraform", async () => {
  const work = join(folder, "scan");
  const checkov = program(`test -f ${work}/stacks/dev-lake/main.tf.json || exit 3
cat > ${work}/results_json.json <<'JSON'
${JSON.stringify(report)}
JSON`);
  expect(await scan(checkov, [stack], synthesized(), work)).toEqual(report);
});

test("a scanner that fails is an error, not a clean result", async () => {
  await expect(scan(program("exit 2"), [stack], synthesized(), join(folder, "scan"))).rejects.toThrow("checkov failed");
});

test("every exception has a reason and an end", () => {
  for (const { reason, expires } of CHECKOV_WAIVERS) {
    expect(reason.length).toBeGreaterThan(20);
    expect(expires).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});
