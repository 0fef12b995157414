import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { discoverModules, MODULES } from "../../../../module-kit/publish/discover";
import { versionsFile } from "../../../../module-kit/publish/terraform-files";
import { terraformEnv } from "../../../../terraform-cli/environment";
import { seedLock } from "../../../../terraform-cli/lock";
import { terraformSync } from "../../../../terraform-cli/run";
import { type TestReport, terraformTest } from "../../../../terraform-cli/test";
import { copyModule } from "./copy-module";

/** Runs the tests that the named modules bring along, all in one root, so that the provider is installed once. */
export function runOwnTests(names: readonly string[]): void {
  let folder: string;
  let report: TestReport;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "own-tests-"));
    mkdirSync(join(folder, "tests"));
    for (const name of names) layOut(name, folder);
    writeFileSync(join(folder, "main.tf"), versionsFile());
    const environment = terraformEnv();
    seedLock(folder, environment);
    terraformSync(["init", "-backend=false", "-input=false", "-no-color"], folder, environment);
    report = terraformTest(folder, environment);
  }, 600_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(names)("the tests that %s brings along pass", (name) => {
    const files = testsOf(name).map((file) => `/${name}.${file}`);
    const own = report.runs.filter(({ file: ran }) => files.some((file) => ran.endsWith(file)));
    const failed = own.filter(({ status }) => status !== "pass").map(({ name: run, errors }) => ({ run, errors }));
    expect(failed).toEqual([]);
    expect(new Set(own.map(({ file }) => file)).size).toBe(files.length);
    expect(own.length).toBeGreaterThan(1);
  });
}

/** Each run of the root names the module that it is of. */
function layOut(name: string, folder: string): void {
  const source = copyModule(name, folder);
  for (const file of testsOf(name)) {
    const tests = readFileSync(join(MODULES, name, "tests", file), "utf8");
    const inRoot = tests.replace(/^run ".*" \{$/gm, `$&\n  module {\n    source = "${source}"\n  }\n`);
    writeFileSync(join(folder, "tests", `${name}.${file}`), inRoot);
  }
}

/** Those that are generated from its cases, and its own. */
const testsOf = (name: string): string[] =>
  readdirSync(join(MODULES, name, "tests")).filter((file) => file.endsWith(".tftest.hcl"));

/** The modules' names in two halves, for two test files that Jest runs side by side. */
export function halves(): readonly [string[], string[]] {
  const names = discoverModules().map(({ name }) => name);
  const middle = Math.ceil(names.length / 2);
  return [names.slice(0, middle), names.slice(middle)];
}
