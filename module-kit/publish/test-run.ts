import type { AnyCases, AnyInvalid } from "../cases";
import { aligned, expression } from "../hcl/expression";
import type { ProviderSchema } from "../schema/provider-schema";
import type { VariableSpec } from "../variables";
import { argumentsOf } from "./case-arguments";
import type { AnyModule, ModuleContent } from "./elements";

/** What the tests of a module are made of. */
export interface TestedModule {
  readonly definition: AnyModule;
  readonly content: ModuleContent;
  readonly specs: readonly VariableSpec[];
  readonly cases: AnyCases;
  readonly invalid: AnyInvalid;
  readonly schema: ProviderSchema;
}

type Values = Readonly<Record<string, unknown>>;

/** The variables of the minimal case, which hold for every run. */
export const baseOf = ({ cases, specs }: TestedModule): Values => argumentsOf(cases.minimal ?? {}, specs, A_FILE);

/** What inputs give otherwise than the minimal case. */
export function changesOf(tested: TestedModule, inputs: Values): Values {
  const base = baseOf(tested);
  const values = argumentsOf(inputs, tested.specs, A_FILE);
  const changed = Object.entries(values).filter(
    ([name, value]) => JSON.stringify(base[name]) !== JSON.stringify(value),
  );
  const left = Object.keys(base).filter((name) => !(name in values));
  return Object.fromEntries([...changed, ...left.map((name) => [name, null] as const)]);
}

/** Stands for a file that the caller brings: any will do, as only its hash is read. */
const A_FILE = "main.tf";

/** One `run` of a test file. */
export const run = (name: string, content: string) =>
  `run "${name}" {\n  command = plan\n${content === "" ? "" : `\n${content}`}}\n`;

/** A block of variables; nothing where there are none. */
export function variables(values: Values, indent: string): string {
  const lines = Object.entries(values).map(([name, value]) => [name, expression(value, `${indent}  `)] as const);
  return lines.length === 0 ? "" : `${indent}variables {\n${aligned(lines, `${indent}  `)}${indent}}\n`;
}
