import type * as z from "zod";
import type { AnyCases } from "../cases";
import { aligned, expression, literal } from "../hcl/expression";
import { snake } from "../names";
import type { VariableSpec } from "../variables";
import { argumentsOf } from "./case-arguments";
import type { AnyModule, ModuleContent } from "./elements";
import { refusedValue } from "./refused";

/** What a mock would make up without the form that arguments insist on. */
const FORMS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  aws_availability_zones: { names: ["eu-west-1a", "eu-west-1b", "eu-west-1c"] },
  aws_iam_policy_document: { json: "{}" },
  aws_partition: { partition: "aws" },
};

interface TestedModule {
  readonly definition: AnyModule;
  readonly content: ModuleContent;
  readonly specs: readonly VariableSpec[];
  readonly cases: AnyCases;
}

/**
 * tests/cases.tftest.hcl: plans every case, and shows that wrong values are refused. `terraform test` in the module's folder
 * runs it without credentials.
 */
export function testFile(header: string, { definition, content, specs, cases }: TestedModule): string {
  const { minimal = {}, ...others } = cases;
  const base = argumentsOf(minimal, specs, A_FILE);
  const plans = Object.entries({ minimal, ...others }).map(([name, inputs]) =>
    run(`plans_${snake(name)}`, variables(changes(base, argumentsOf(inputs, specs, A_FILE)), "  ")),
  );
  return [header + mocks(content), variables(base, ""), ...plans, ...refusals(definition, specs)].join("\n");
}

/** One run for all rules: each variable must fail for itself, and a run takes a second. */
function refusals(definition: AnyModule, specs: readonly VariableSpec[]): string[] {
  const fields = (definition.inputs as z.ZodObject).shape;
  const refused = specs.flatMap(({ input, name, rules, validations }) => {
    const field = fields[input];
    const value = field && validations.length > 0 ? refusedValue(field, rules) : undefined;
    return value === undefined ? [] : [{ name, value }];
  });
  if (refused.length === 0) return [];
  const values = aligned(
    refused.map(({ name, value }) => [name, literal(value, "    ")]),
    "    ",
  );
  const failures = refused.map(({ name }) => `    var.${name},\n`).join("");
  return [run("refuses_wrong_values", `  variables {\n${values}  }\n\n  expect_failures = [\n${failures}  ]\n`)];
}

const mocks = ({ elements }: ModuleContent): string =>
  mockProvider(elements.filter(({ kind }) => kind === "data").map(({ type }) => type));

/** A mocked provider that gives data sources of these types values of the form that arguments insist on. */
export function mockProvider(dataTypes: readonly string[]): string {
  const types = [...new Set(dataTypes)].sort();
  const data = types.flatMap((type) => (FORMS[type] ? [{ type, defaults: FORMS[type] }] : []));
  const blocks = data.map(
    ({ type, defaults }) => `  mock_data "${type}" {\n    defaults = ${literal(defaults, "    ")}\n  }\n`,
  );
  return `mock_provider "aws" {${blocks.length > 0 ? `\n${blocks.join("\n")}` : ""}}\n`;
}

type Values = Readonly<Record<string, unknown>>;

/** What a case gives otherwise than the minimal one, whose values hold for every run. */
function changes(base: Values, values: Values): Values {
  const changed = Object.entries(values).filter(
    ([name, value]) => JSON.stringify(base[name]) !== JSON.stringify(value),
  );
  const left = Object.keys(base).filter((name) => !(name in values));
  return Object.fromEntries([...changed, ...left.map((name) => [name, null] as const)]);
}

/** Stands for a file that the caller brings: any will do, as only its hash is read. */
const A_FILE = "main.tf";

const run = (name: string, content: string) =>
  `run "${name}" {\n  command = plan\n${content === "" ? "" : `\n${content}`}}\n`;

function variables(values: Values, indent: string): string {
  const lines = Object.entries(values).map(([name, value]) => [name, expression(value, `${indent}  `)] as const);
  return lines.length === 0 ? "" : `${indent}variables {\n${aligned(lines, `${indent}  `)}${indent}}\n`;
}
