import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { snake } from "../../../module-kit/names";
import { discoverModules, MODULES } from "../../../module-kit/publish/discover";
import { versionsFile } from "../../../module-kit/publish/terraform-files";
import { mockProvider } from "../../../module-kit/publish/test-file";
import { terraformEnv } from "../../../terraform-cli/environment";
import { seedLock } from "../../../terraform-cli/lock";
import { terraformSync } from "../../../terraform-cli/run";
import { terraformTest } from "../../../terraform-cli/test";

const PROVIDER = /^provider "aws" \{\n[^}]*\}\n/m;
const examples = discoverModules().flatMap(({ name }) =>
  readdirSync(join(MODULES, name, "examples")).map((example) => [name, example] as const),
);
const keyOf = (name: string, example: string) => snake(`${name}_${example}`);

let folder: string;
let planned: readonly string[];

/** Only a root may have a mocked provider, so each example's own gives way to it. */
function layOut([name, example]: readonly [string, string]): string {
  const module = join(folder, "modules", name);
  const main = join(module, "examples", example, "main.tf");
  const text = readFileSync(main, "utf8");
  if (!PROVIDER.test(text)) throw new Error(`${name}/examples/${example} configures no provider`);
  writeFileSync(main, text.replace(PROVIDER, ""));
  return `module "${keyOf(name, example)}" {\n  source = "./modules/${name}/examples/${example}"\n}\n`;
}

/** All in one root: most of the time is the provider's start. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "examples-"));
  const isWanted = (path: string) => !basename(path).includes(".") || path.endsWith(".tf");
  cpSync(MODULES, join(folder, "modules"), { recursive: true, filter: isWanted });
  writeFileSync(join(folder, "main.tf"), [versionsFile(), ...examples.map(layOut)].join("\n"));
  writeFileSync(join(folder, "package.zip"), "brought by whoever uses the example");
  const data = ["aws_availability_zones", "aws_iam_policy_document", "aws_partition"];
  writeFileSync(join(folder, "plan.tftest.hcl"), `${mockProvider(data)}\nrun "plan" {\n  command = plan\n}\n`);
  const environment = terraformEnv();
  seedLock(folder, environment);
  terraformSync(["init", "-backend=false", "-input=false", "-no-color"], folder, environment);
  const { runs, errors } = terraformTest(folder, environment, "-verbose");
  if (errors.length > 0) throw new Error(errors.join("\n"));
  planned = runs.flatMap(({ plan }) => plan?.resource_changes.map(({ address }) => address) ?? []);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("every module has a basic and a complete example", () => {
  expect(examples).toEqual(
    discoverModules().flatMap(({ name }) => [
      [name, "basic"],
      [name, "complete"],
    ]),
  );
});

test.each(examples)("%s: the %s example plans resources", (name, example) => {
  expect(planned.filter((address) => address.startsWith(`module.${keyOf(name, example)}.`))).not.toEqual([]);
});
