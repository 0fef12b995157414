import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { examplesOf, ownCalls, purposeOf, usageOf } from "../../../../module-kit/publish/examples";

const KEY = 'module "key" {\n  source = "../../../kms-key"\n\n  name = "acme"\n}\n';
const OWN = 'module "bucket" {\n  source = "../.."\n\n  rules = {\n    tmp = 1\n  }\n}\n';
const TOO = 'module "logs" {\n  source   = "../.."\n  for_each = local.kinds\n}\n';

test("a module's own calls are those of ../.., whole", () => {
  expect(ownCalls(`# Two.\n\n${KEY}\n${OWN}\n${TOO}`)).toEqual([OWN, TOO]);
});

test("its usage is the basic call with another address", () => {
  const usage = usageOf({ basic: `${KEY}\n${OWN}`, complete: "" }, "git::https://example.com/acme.git");
  expect(usage).toBe(OWN.replace("../..", "git::https://example.com/acme.git"));
});

test.each([
  ["0 times", KEY],
  ["2 times", `${OWN}\n${TOO}`],
])("a basic example that calls its module %s is refused", (times, basic) => {
  expect(() => usageOf({ basic, complete: "" }, "x")).toThrow(`examples/basic/main.tf calls its module ${times}`);
});

test("an example's purpose is its first comment, on one line", () => {
  expect(purposeOf("# A bucket,\n# and its key.\n\n# Another comment.\n")).toBe("A bucket, and its key.");
  expect(() => purposeOf('provider "aws" {}\n')).toThrow("begins with a comment that says what it makes");
});

test("a module without an example says which, and how to come by it", () => {
  const folder = mkdtempSync(join(tmpdir(), "examples-"));
  try {
    mkdirSync(join(folder, "queue/examples/basic"), { recursive: true });
    writeFileSync(join(folder, "queue/examples/basic/main.tf"), "# A queue.\n");
    expect(() => examplesOf("queue", folder)).toThrow(
      /modules\/queue\/examples\/complete\/main\.tf is missing: .*docs\/MODULES\.md/,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
