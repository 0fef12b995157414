import { literal } from "../../../../module-kit/hcl/expression";

/** Values that arguments insist on the form of. */
const FORMS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  aws_availability_zones: { names: ["eu-west-1a", "eu-west-1b", "eu-west-1c"] },
  aws_caller_identity: { account_id: "123456789012" },
  aws_iam_policy_document: { json: "{}" },
  aws_partition: { partition: "aws" },
};

/** A mocked provider for a configuration of this text: every resource and data source in it gets an ARN that reads like one. */
export function madeUpAws(text: string): string {
  const mocks = (["resource", "data"] as const).flatMap((kind) => {
    const types = new Set([...text.matchAll(new RegExp(`^${kind} "(\\w+)"`, "gm"))].map(([, type]) => String(type)));
    return [...types].sort().map((type) => `  mock_${kind} "${type}" {\n    defaults = ${values(type)}\n  }\n`);
  });
  return `mock_provider "aws" {\n${mocks.join("\n")}}\n`;
}

const values = (type: string) =>
  literal({ arn: `arn:aws:made:eu-west-1:123456789012:${type}/up`, ...FORMS[type] }, "    ");
