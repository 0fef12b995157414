import { literal } from "../hcl/expression";
import { DATA_FORMS } from "../mocked-data";

/** What a mock would make up without the form that arguments insist on. */
const FORMS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ...DATA_FORMS,
  aws_iam_policy_document: { json: "{}" },
};

/** A type of resource that is mocked, with its text attributes that the provider computes. */
export interface MockedResource {
  readonly type: string;
  readonly computed: readonly string[];
}

/**
 * A mocked provider that gives data sources and resources of these types values of the form that arguments insist on. OpenTofu makes up
 * computed values in a plan already, where Terraform leaves them unknown, and the provider checks ARNs that it sees.
 */
export function mockProvider(dataTypes: readonly string[], resources: readonly MockedResource[] = []): string {
  const data = distinct(dataTypes).flatMap((type) => (FORMS[type] ? [block("mock_data", type, FORMS[type])] : []));
  const arns = new Map(
    resources.map(({ type, computed }) => [type, computed.filter((name) => /^([a-z_]+_)?arn$/.test(name))] as const),
  );
  const mocked = distinct([...arns.keys()]).flatMap((type) => {
    const names = arns.get(type) ?? [];
    const made = Object.fromEntries(names.map((name) => [name, `arn:aws:made:us-east-1:123456789012:${type}/up`]));
    return names.length > 0 ? [block("mock_resource", type, made)] : [];
  });
  const blocks = [...data, ...mocked];
  return `mock_provider "aws" {${blocks.length > 0 ? `\n${blocks.join("\n")}` : ""}}\n`;
}

const distinct = (types: readonly string[]) => [...new Set(types)].sort();

const block = (kind: string, type: string, defaults: object) =>
  `  ${kind} "${type}" {\n    defaults = ${literal(defaults, "    ")}\n  }\n`;
