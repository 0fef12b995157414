import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { discoverModules, MODULES } from "../../../../module-kit/publish/discover";
import { versionsFile } from "../../../../module-kit/publish/terraform-files";
import { terraformEnv } from "../../../../terraform-cli/environment";
import { seedLock } from "../../../../terraform-cli/lock";
import { TerraformError, terraformSync } from "../../../../terraform-cli/run";

interface Line {
  readonly test_run?: {
    readonly path: string;
    readonly run: string;
    readonly progress: string;
    readonly status?: string;
  };
  readonly diagnostic?: { readonly summary: string; readonly detail: string };
  readonly "@testrun"?: string;
}

/** Runs the tests that the named modules bring along, all in one root, so that the provider is installed once. */
export function runOwnTests(names: readonly string[]): void {
  let folder: string;
  let lines: readonly Line[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "own-tests-"));
    mkdirSync(join(folder, "tests"));
    for (const name of names) layOut(name, folder);
    writeFileSync(join(folder, "main.tf"), versionsFile());
    const environment = terraformEnv();
    seedLock(folder, environment);
    terraformSync(["init", "-backend=false", "-input=false", "-no-color"], folder, environment);
    lines = output(folder, environment)
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as Line);
  }, 600_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(names)("the tests that %s brings along pass", (name) => {
    const own = lines.filter(
      ({ test_run }) => test_run?.path.endsWith(`/${name}.tftest.hcl`) && test_run.status !== undefined,
    );
    const failed = own.filter(({ test_run }) => test_run?.status !== "pass").map(({ test_run }) => test_run?.run);
    const why = lines.flatMap((line) =>
      line.diagnostic && failed.includes(line["@testrun"]) ? [line.diagnostic] : [],
    );
    expect({ failed, why: failed.length > 0 ? why : [] }).toEqual({ failed: [], why: [] });
    expect(own.length).toBeGreaterThan(1);
  });
}

/** Each run of the root names the module that it is of. */
function layOut(name: string, folder: string): void {
  const target = join(folder, "modules", name);
  cpSync(join(MODULES, name), target, {
    recursive: true,
    filter: (path) => path === join(MODULES, name) || /\.tf$/.test(basename(path)),
  });
  const tests = readFileSync(join(MODULES, name, "tests", "cases.tftest.hcl"), "utf8");
  const inRoot = tests.replace(
    /^ {2}command = plan$/gm,
    `  command = plan\n  module {\n    source = "./modules/${name}"\n  }`,
  );
  writeFileSync(join(folder, "tests", `${name}.tftest.hcl`), inRoot);
}

function output(folder: string, environment: NodeJS.ProcessEnv): string {
  try {
    return terraformSync(["test", "-json", "-no-color"], folder, environment);
  } catch (error) {
    if (error instanceof TerraformError) return error.stdout;
    throw error;
  }
}

/** The modules' names in two halves, for two test files that Jest runs side by side. */
export function halves(): readonly [string[], string[]] {
  const names = discoverModules().map(({ name }) => name);
  const middle = Math.ceil(names.length / 2);
  return [names.slice(0, middle), names.slice(middle)];
}
