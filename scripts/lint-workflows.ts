import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "..");
const MODULE = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";
const BIN = join(ROOT, ".cache", "actionlint");
const PROGRAM = process.platform === "win32" ? "actionlint.exe" : "actionlint";

/** How actionlint is run on this machine: as it is installed, or built once by Go; undefined if neither is possible. */
export function findActionlint(): string | undefined {
  if (spawnSync("actionlint", ["-version"]).status === 0) return "actionlint";
  const built = join(BIN, PROGRAM);
  if (!existsSync(built)) {
    mkdirSync(BIN, { recursive: true });
    spawnSync("go", ["install", MODULE], { env: { ...process.env, GOBIN: BIN } });
  }
  return existsSync(built) ? built : undefined;
}

/** What actionlint finds in the workflows; empty if nothing. Shell scripts are not handed to other linters that a machine may have. */
export function lintWorkflows(actionlint: string): string {
  const folder = join(ROOT, ".github", "workflows");
  const files = readdirSync(folder).map((name) => join(folder, name));
  const { stdout, stderr, status } = spawnSync(actionlint, ["-no-color", "-shellcheck=", "-pyflakes=", ...files], {
    cwd: ROOT,
    encoding: "utf8",
  });
  if (status !== 0 && stdout === "") throw new Error(`actionlint cannot be run: ${stderr}`);
  return stdout;
}

/** `npm run lint:workflows`. @returns the exit code. */
function main(): number {
  const actionlint = findActionlint();
  if (!actionlint) {
    console.error(
      `Neither actionlint nor Go is installed: https://github.com/rhysd/actionlint, or "go install ${MODULE}".`,
    );
    return 1;
  }
  const findings = lintWorkflows(actionlint);
  console.log(findings || "actionlint found nothing in .github/workflows");
  return findings ? 1 : 0;
}

if (require.main === module) process.exitCode = main();
