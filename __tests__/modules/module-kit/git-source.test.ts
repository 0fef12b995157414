import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { MODULES } from "../../../module-kit/publish/discover";
import { mockProvider } from "../../../module-kit/publish/mock-provider";
import { versionsFile } from "../../../module-kit/publish/terraform-files";
import { terraformEnv } from "../../../terraform-cli/environment";
import { seedLock } from "../../../terraform-cli/lock";
import { terraformSync } from "../../../terraform-cli/run";
import { terraformTest } from "../../../terraform-cli/test";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "git-source-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", ...args], {
    cwd: folder,
    stdio: "pipe",
  });

const ROOT = `module "lake" {
  source = "SOURCE"

  bucket_name     = "acme-lake"
  kms_key_arn     = "arn:aws:kms:eu-west-1:123456789012:key/lake"
  log_bucket_name = "acme-logs"
  database        = "acme"
  table           = "trades"
  columns         = [{ name = "ticker", type = "string" }]
  prefix          = "trades/"
  start_year      = 2025
  workgroup       = "acme"
}

output "table" {
  value = "\${module.lake.database_name}.\${module.lake.table_name}"
}
`;

/** data-lake has a bucket within: its folder alone is all that it takes. */
test("a Terraform team plans a module by the repository's address and a tag", () => {
  cpSync(join(MODULES, "data-lake"), join(folder, "work", "modules", "data-lake"), { recursive: true });
  git("init", "--quiet", "work");
  git("-C", "work", "add", ".");
  git("-C", "work", "commit", "--quiet", "--no-verify", "-m", "feat: a data lake");
  git("-C", "work", "tag", "v1.0.0");
  git("clone", "--quiet", "--bare", "work", "modules.git");

  const root = join(folder, "root");
  mkdirSync(join(root, "tests"), { recursive: true });
  const source = `git::${pathToFileURL(join(folder, "modules.git"))}//modules/data-lake?ref=v1.0.0`;
  writeFileSync(join(root, "main.tf"), versionsFile() + ROOT.replace("SOURCE", source));
  const mocks = mockProvider(["aws_iam_policy_document", "aws_partition"]);
  writeFileSync(join(root, "tests", "plan.tftest.hcl"), `${mocks}\nrun "plan" {\n  command = plan\n}\n`);
  const environment = terraformEnv();
  seedLock(root, environment);
  terraformSync(["init", "-backend=false", "-input=false", "-no-color"], root, environment);

  const { runs, errors } = terraformTest(root, environment, "-verbose");
  expect(errors).toEqual([]);
  const { resource_changes = [], output_changes = {} } = runs[0]?.plan ?? {};
  expect(resource_changes.map(({ address }) => address)).toEqual(
    expect.arrayContaining(["module.lake.aws_s3_bucket.bucket", "module.lake.aws_glue_catalog_table.table"]),
  );
  expect(output_changes.table?.after).toBe("acme.trades");
}, 120_000);
