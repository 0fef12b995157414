import { block, body } from "../hcl/body";
import { expression, literal } from "../hcl/expression";
import { snake } from "../names";
import { type ProviderSchema, typeSchema } from "../schema/provider-schema";
import { terraformType } from "../terraform-type";
import type { VariableSpec } from "../variables";
import type { AnyModule, ModuleContent } from "./elements";
import { withoutTautologies } from "./tautologies";

/**
 * The versions a module asks for. Upper bounds are for root modules to set:
 * https://developer.hashicorp.com/terraform/language/modules/develop/providers#provider-version-constraints-in-modules
 */
export const REQUIRED_TERRAFORM = ">= 1.10";
export const REQUIRED_AWS = ">= 5.100";

/** The first line of a generated file of Terraform. */
const headerFor = (source: string) =>
  `# Generated from ${source} by \`npm run modules\`: change that file instead.\n\n`;
const HEADER = headerFor("index.ts");

/** main.tf: locals, then resources and data sources in the construct's order, then moves from earlier addresses. */
export function mainFile(content: ModuleContent, specs: readonly VariableSpec[], schema: ProviderSchema): string {
  const blocks = content.elements.map(({ kind, type, name, fields, comment }) =>
    block(
      `${kind} "${type}" "${name}"`,
      withoutTautologies(fields, specs),
      typeSchema(schema, kind, type).blocks,
      comment,
    ),
  );
  const locals = Object.keys(content.locals).length > 0 ? [block("locals", content.locals, {})] : [];
  const moves = content.moves.map(({ from, to }) => `moved {\n  from = ${from}\n  to = ${to}\n}\n`);
  return HEADER + [...locals, ...blocks, ...moves].join("\n");
}

/** variables.tf: required variables first, each group in the order of the inputs, which stand in the file `source`. */
export function variablesFile(specs: readonly VariableSpec[], source: string): string {
  const required = specs.filter((spec) => spec.required);
  const optional = specs.filter((spec) => !spec.required);
  return headerFor(source) + [...required, ...optional].map(variable).join("\n");
}

function variable(spec: VariableSpec): string {
  const lines = [
    ["description", literal(spec.description)],
    ["type", terraformType(spec.rules, "  ")],
    ...("default" in spec ? [["default", literal(spec.default, "  ")]] : []),
    ...(spec.nullable ? [] : [["nullable", "false"]]),
    ...(spec.sensitive ? [["sensitive", "true"]] : []),
  ].map(([name, value]) => `  ${name} = ${value}\n`);
  const validations = spec.validations.map(
    ({ condition, message }) =>
      `\n  validation {\n    condition     = ${condition}\n    error_message = ${literal(message)}\n  }\n`,
  );
  return `variable "${spec.name}" {\n${lines.join("")}${validations.join("")}}\n`;
}

/** outputs.tf, in the order of the definition. */
export function outputsFile(definition: AnyModule, content: ModuleContent): string {
  const blocks = Object.entries(definition.outputs).map(([name, { description, sensitive }]) => {
    const lines = [
      `  description = ${literal(description)}\n`,
      `  value = ${expression(content.outputs[snake(name)], "  ")}\n`,
      sensitive ? "  sensitive = true\n" : "",
    ];
    return `output "${snake(name)}" {\n${lines.join("")}}\n`;
  });
  return HEADER + blocks.join("\n");
}

/** versions.tf */
export const versionsFile = (): string => HEADER + versionsBlock();

/** The versions that a module, or an example of one, needs. */
export function versionsBlock(): string {
  const terraform = {
    required_version: REQUIRED_TERRAFORM,
    required_providers: { aws: { source: "hashicorp/aws", version: REQUIRED_AWS } },
  };
  return `terraform {\n${body(terraform, { required_providers: {} }, "  ")}}\n`;
}
