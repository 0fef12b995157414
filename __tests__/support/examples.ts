import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { snake } from "../../module-kit/names";
import { discoverModules, MODULES } from "../../module-kit/publish/discover";
import { EXAMPLES } from "../../module-kit/publish/examples";
import { versionsFile } from "../../module-kit/publish/terraform-files";
import { terraformEnv } from "../../terraform-cli/environment";
import { seedLock } from "../../terraform-cli/lock";
import { terraformSync } from "../../terraform-cli/run";

export interface Example {
  /** The module that it belongs to. */
  readonly name: string;
  readonly example: (typeof EXAMPLES)[number];
  readonly folder: string;
}

/** Every example of every module. */
export const examples: readonly Example[] = discoverModules().flatMap(({ name }) =>
  EXAMPLES.map((example) => ({ name, example, folder: join(MODULES, name, "examples", example) })),
);

/** An example's name in the root of all. */
export const keyOf = ({ name, example }: Example): string => snake(`${name}_${example}`);

/** The examples' text by file, without what is packed. */
export const terraformFiles = ({ folder }: Example): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".tf"))
    .map((file) => readFileSync(join(folder, file), "utf8"));

/** What every example configures, and nothing else. */
const PROVIDER = '\nprovider "aws" {\n  region = var.region\n}\n';
const REQUIRED = /^variable "(\w+)" \{\n(?:(?! {2}default )(?!\}).*\n)*\}/gm;

/** A root that calls examples as modules: most of the time is the provider's start. */
export class ExamplesRoot {
  readonly folder = mkdtempSync(join(tmpdir(), "examples-"));
  private readonly environment = terraformEnv();

  /**
   * The examples' own providers give way to the root's.
   *
   * @param inputs expressions for the variables of these names. A variable without a default needs one.
   */
  constructor(called: readonly Example[], inputs: Readonly<Record<string, string>>) {
    const filter = (path: string) => !/\.ts$|\.terraform/.test(basename(path));
    cpSync(MODULES, join(this.folder, "modules"), { recursive: true, filter });
    for (const example of called) this.takeProvider(example);
    const calls = called.map((example) => {
      const text = terraformFiles(example).join("\n");
      const given = Object.entries(inputs).filter(([variable]) => text.includes(`variable "${variable}" {`));
      const lines = given.map(([variable, value]) => `  ${variable} = ${value}\n`).join("");
      return `module "${keyOf(example)}" {\n  source = "./modules/${example.name}/examples/${example.example}"\n${lines}}\n`;
    });
    writeFileSync(join(this.folder, "main.tf"), [versionsFile(), ...calls].join("\n"));
    seedLock(this.folder, this.environment);
    this.terraform("init", "-backend=false", "-input=false", "-no-color");
  }

  terraform = (...args: readonly string[]): string => terraformSync(args, this.folder, this.environment);

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private takeProvider({ name, example }: Example): void {
    const main = join(this.folder, "modules", name, "examples", example, "main.tf");
    const text = readFileSync(main, "utf8");
    if (!text.includes(PROVIDER)) throw new Error(`${name}/examples/${example}: its provider is more than a region`);
    writeFileSync(main, text.replace(PROVIDER, ""));
  }
}

/** Names of the variables that an example does not run without. */
export const requiredVariables = (example: Example): string[] =>
  terraformFiles(example).flatMap((text) => [...text.matchAll(REQUIRED)].map(([, name]) => String(name)));
