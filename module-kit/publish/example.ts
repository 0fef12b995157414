import { sep } from "node:path";
import { body } from "../hcl/body";
import { aligned, expression } from "../hcl/expression";
import { snake } from "../names";
import { inTerraformNames } from "../terraform-type";
import type { VariableSpec } from "../variables";
import { MODULES } from "./discover";
import { versionsBlock } from "./terraform-files";

const CALLERS_FILE = "${path.root}/package.zip";

/** Inputs of a case as a module's arguments, in the order of the variables; `ownFile` stands for a file that the caller brings. */
export function argumentsOf(
  inputs: Readonly<Record<string, unknown>>,
  specs: readonly VariableSpec[],
  ownFile = CALLERS_FILE,
): Record<string, unknown> {
  const given = specs.filter(({ input }) => inputs[input] !== undefined);
  return Object.fromEntries(
    given.map(({ input, name, rules }) => [name, withoutMachinePath(inTerraformNames(inputs[input], rules), ownFile)]),
  );
}

/** The call of a module. */
export function moduleBlock(name: string, source: string, values: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(values).map(([argument, value]) => [argument, expression(value, "  ")] as const);
  return `module "${snake(name)}" {\n  source = "${source}"\n\n${aligned(lines, "  ")}}\n`;
}

const EXAMPLE_PROVIDER = `provider "aws" {\n${body({ region: "eu-west-1" }, {}, "  ")}}\n`;

/** examples/<name>/main.tf: a root that can be planned as it is, where it needs no file of the caller's. */
export function exampleFile(header: string, name: string, values: Readonly<Record<string, unknown>>): string {
  const bringsFile = Object.values(values).includes(CALLERS_FILE);
  const comment = bringsFile ? "# package.zip is yours to bring: put it beside this file.\n" : "";
  return [`${header}${versionsBlock()}`, EXAMPLE_PROVIDER, `${comment}${moduleBlock(name, "../..", values)}`].join(
    "\n",
  );
}

/** A case may name a file of this repository; a reader has another one. */
const withoutMachinePath = (value: unknown, ownFile: string): unknown =>
  typeof value === "string" && value.startsWith(MODULES + sep) ? ownFile : value;
