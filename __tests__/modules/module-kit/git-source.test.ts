import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { MODULES } from "../../../module-kit/publish/discover";
import { terraformEnv } from "../../../terraform-cli/environment";
import { seedLock } from "../../../terraform-cli/lock";
import { terraformSync } from "../../../terraform-cli/run";

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

test("a Terraform team uses a module by the repository's address and a tag", () => {
  cpSync(join(MODULES, "log-group"), join(folder, "work", "modules", "log-group"), { recursive: true });
  git("init", "--quiet", "work");
  git("-C", "work", "add", ".");
  git("-C", "work", "commit", "--quiet", "--no-verify", "-m", "feat: a log group");
  git("-C", "work", "tag", "v1.0.0");
  git("clone", "--quiet", "--bare", "work", "modules.git");

  const root = join(folder, "root");
  mkdirSync(root);
  const source = `git::${pathToFileURL(join(folder, "modules.git"))}//modules/log-group?ref=v1.0.0`;
  const inputs =
    'name = "/acme/job"\n  retention_days = 30\n  kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"';
  writeFileSync(join(root, "main.tf"), `module "logs" {\n  source = "${source}"\n  ${inputs}\n}\n`);
  const environment = terraformEnv();
  seedLock(root, environment);
  terraformSync(["init", "-backend=false", "-input=false", "-no-color"], root, environment);
  const { valid, error_count } = JSON.parse(terraformSync(["validate", "-json"], root, environment));
  expect({ valid, error_count }).toEqual({ valid: true, error_count: 0 });
}, 120_000);
