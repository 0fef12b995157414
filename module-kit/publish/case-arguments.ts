import { sep } from "node:path";
import { inTerraformNames } from "../terraform-type";
import type { VariableSpec } from "../variables";
import { MODULES } from "./discover";

/** Inputs of a case as a module's arguments, in the order of the variables; `ownFile` stands for a file that the caller brings. */
export function argumentsOf(
  inputs: Readonly<Record<string, unknown>>,
  specs: readonly VariableSpec[],
  ownFile: string,
): Record<string, unknown> {
  const given = specs.filter(({ input }) => inputs[input] !== undefined);
  return Object.fromEntries(
    given.map(({ input, name, rules }) => [name, withoutMachinePath(inTerraformNames(inputs[input], rules), ownFile)]),
  );
}

/** A case may name a file of this repository; a reader has another one. */
const withoutMachinePath = (value: unknown, ownFile: string): unknown =>
  typeof value === "string" && value.startsWith(MODULES + sep) ? ownFile : value;
