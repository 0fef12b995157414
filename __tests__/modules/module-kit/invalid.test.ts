import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as z from "zod";
import { invalidOf } from "../../../module-kit/cases";
import { aligned, expression } from "../../../module-kit/hcl/expression";
import { argumentsOf } from "../../../module-kit/publish/case-arguments";
import { discoverModules } from "../../../module-kit/publish/discover";
import { mockProvider } from "../../../module-kit/publish/mock-provider";
import { versionsFile } from "../../../module-kit/publish/terraform-files";
import { variableSpecs } from "../../../module-kit/variables";
import { terraformEnv } from "../../../terraform-cli/environment";
import { seedLock } from "../../../terraform-cli/lock";
import { terraformSync } from "../../../terraform-cli/run";
import { type TestReport, terraformTest } from "../../../terraform-cli/test";
import { copyModule } from "./support/copy-module";

const TWO_ZONES =
  'override_data {\n  target = data.aws_availability_zones.available\n  values = { names = ["a", "b"], zone_ids = ["use1-az1", "use1-az2"] }\n}\n';

/** What the constructs leave to Terraform's plan, in addition to what both forms refuse. */
const atPlanOnly = {
  module: "network",
  what: "more zones than the region has",
  overrides: TWO_ZONES,
  inputs: {
    name: "market-data-dev",
    azCount: 3,
    logKmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000",
  },
  message: "az_count must be at most the number of availability zones",
};

const definitions = discoverModules();
const refusals = [
  atPlanOnly,
  ...definitions.flatMap(({ name }) =>
    Object.entries(invalidOf(name)).map(([what, invalid]) => ({ module: name, what, overrides: "", ...invalid })),
  ),
].map((refusal, i) => ({ ...refusal, file: `${refusal.module}-${i}.tftest.hcl` }));

let folder: string;
let report: TestReport;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "invalid-"));
  mkdirSync(join(folder, "tests"));
  writeFileSync(join(folder, "main.tf"), versionsFile());
  for (const refusal of refusals) writeFileSync(join(folder, "tests", refusal.file), testFile(refusal));
  const environment = terraformEnv();
  seedLock(folder, environment);
  terraformSync(["init", "-backend=false", "-input=false", "-no-color"], folder, environment);
  report = terraformTest(folder, environment);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file each: Terraform skips what follows a run that it could not plan. */
function testFile({ module, inputs, overrides }: (typeof refusals)[number]): string {
  const definition = definitions.find(({ name }) => name === module);
  const values = argumentsOf(inputs, variableSpecs(definition?.inputs as z.ZodObject), "main.tf");
  const lines = Object.entries(values).map(([name, value]) => [name, expression(value, "    ")] as const);
  return `${mockProvider(["aws_availability_zones", "aws_iam_policy_document", "aws_partition"])}
${overrides}
run "invalid" {
  command = plan
  module {
    source = "${copyModule(module, folder)}"
  }
  variables {
${aligned(lines, "    ")}  }
}
`;
}

test.each(refusals)("Terraform's plan of $module refuses $what", ({ file, message }) => {
  const errors = report.runs.filter((run) => run.file.endsWith(`/${file}`)).flatMap((run) => run.errors);
  expect(errors).toEqual([expect.stringContaining(message)]);
});
