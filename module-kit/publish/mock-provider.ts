import { literal } from "../hcl/expression";
import { DATA_FORMS } from "../mocked-data";

/** What a mock would make up without the form that arguments insist on. */
const FORMS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ...DATA_FORMS,
  aws_iam_policy_document: { json: "{}" },
};

/** A mocked provider that gives data sources of these types values of the form that arguments insist on. */
export function mockProvider(dataTypes: readonly string[]): string {
  const types = [...new Set(dataTypes)].sort();
  const data = types.flatMap((type) => (FORMS[type] ? [{ type, defaults: FORMS[type] }] : []));
  const blocks = data.map(
    ({ type, defaults }) => `  mock_data "${type}" {\n    defaults = ${literal(defaults, "    ")}\n  }\n`,
  );
  return `mock_provider "aws" {${blocks.length > 0 ? `\n${blocks.join("\n")}` : ""}}\n`;
}
