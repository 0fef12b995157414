import type * as z from "zod";
import type { AnyCases } from "../cases";
import { aligned, literal } from "../hcl/expression";
import { splitTemplate } from "../hcl/template";
import { snake } from "../names";
import { inTerraformNames } from "../terraform-type";
import { addressOf } from "./elements";
import { invalidValues } from "./invalid-values";
import { preconditionsOf } from "./tautologies";
import { changesOf, run, type TestedModule, variables } from "./test-run";

/**
 * Runs that show each rule refused. As many as the variable with the most rules has, in each of which every variable breaks one of its rules: a
 * run of its own for each rule would take minutes.
 */
export function ruleRuns({ definition, specs, cases }: TestedModule): string[] {
  const fields = (definition.inputs as z.ZodObject).shape;
  const invalid = specs.map(({ input, name, rules, validations }) => {
    const field = fields[input];
    const values = field && validations.length > 0 ? invalidValues(field, rules, richest(cases, input)) : [];
    return { name, values: values.map((value) => inTerraformNames(value, rules)) };
  });
  const most = Math.max(0, ...invalid.map(({ values }) => values.length));
  return Array.from({ length: most }, (_, i) => {
    const wrong = invalid.filter(({ values }) => i < values.length);
    // OpenTofu calls no functions here, so that a text that is too long is written out.
    const lines = wrong.map(({ name, values }) => [name, literal(values[i], "    ")] as const);
    const failures = wrong.map(({ name }) => `    var.${name},\n`).join("");
    const body = `  variables {\n${aligned(lines, "    ")}  }\n\n  expect_failures = [\n${failures}  ]\n`;
    return run(`refuses_wrong_values${i === 0 ? "" : `_${i + 1}`}`, body);
  });
}

/** What the cases give for an input, from the one that says most. */
export const richest = (cases: AnyCases, input: string): unknown =>
  Object.values(cases)
    .map((inputs) => inputs[input])
    .sort((a, b) => (JSON.stringify(b) ?? "").length - (JSON.stringify(a) ?? "").length)[0];

/** Runs that show that each precondition can fail. @throws when no invalid inputs break one of them, or break none. */
export function preconditionRuns(tested: TestedModule): string[] {
  const { content, specs, invalid } = tested;
  const preconditions = content.elements.flatMap((element) =>
    preconditionsOf(element.fields, specs).map(({ condition, error_message: message }) => {
      // Inputs cannot cause what AWS answers.
      return { at: addressOf(element), message, isOfInputs: !/\bdata\./.test(String(condition)) };
    }),
  );
  const broken = Object.entries(invalid).map(([what, { inputs, message: expected }]) => {
    const precondition = preconditions.find(({ message }) => isOf(expected, message));
    if (!precondition) throw new Error(`cases.ts: no precondition has the message "${expected}"`);
    return { what, inputs, precondition };
  });
  const missing = preconditions.filter(
    (each) => each.isOfInputs && !broken.some(({ precondition }) => precondition === each),
  );
  if (missing.length > 0)
    throw new Error(`cases.ts has no invalid inputs for ${missing.map(({ message }) => `"${message}"`).join(", ")}`);
  return broken.map(({ what, inputs, precondition }) => {
    const given = variables(changesOf(tested, inputs), "  ");
    const failure = `  expect_failures = [${precondition.at}]\n`;
    return run(`refuses_${snake(what.replace(/\W+/g, "_"))}`, given ? `${given}\n${failure}` : failure);
  });
}

/** Whether a sentence, or its beginning, is the message of a precondition, which may name the instance. */
function isOf(expected: string, message: string): boolean {
  const parts = splitTemplate(message).map(({ text, isExpression }) =>
    isExpression ? ".+" : text.replace(/[^\w\s]/g, "\\$&"),
  );
  return message.includes(expected) || new RegExp(`^${parts.join("")}$`).test(expected);
}
