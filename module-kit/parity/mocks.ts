import { literal } from "../hcl/expression";
import { DATA_FORMS } from "../mocked-data";
import { type ProviderSchema, typeSchema } from "../schema/provider-schema";

/** Data sources that the provider computes without AWS; in a plan they are real. */
const OFFLINE = ["aws_iam_policy_document", "aws_partition", "aws_region"];

/** An instance of an element: its address in the published module, and the whole address within the root. */
export interface Target {
  readonly element: string;
  readonly address: string;
}

/** Overrides for a plan by the real provider: only what would have to ask AWS. */
export const planOverrides = (targets: readonly Target[], schema: ProviderSchema): string =>
  targets
    .filter(({ element }) => element.startsWith("data.") && !OFFLINE.includes(typeOf(element).type))
    .map((target) => override(target, schema))
    .join("");

/** Overrides for a mocked apply: everything gets values of its own. */
export const applyOverrides = (targets: readonly Target[], schema: ProviderSchema): string =>
  targets.map((target) => override(target, schema)).join("");

/** Every computed text says which element it comes from, so that a wrong reference shows wherever it leads. */
function override({ element, address }: Target, schema: ProviderSchema): string {
  const { kind, type } = typeOf(element);
  const instance = /\[.*\]$/.exec(address)?.[0].replace(/\W+/g, "-") ?? "";
  const from = `${element}${instance}`;
  // Nothing in a nested block can be overridden.
  const attributes = typeSchema(schema, kind, type).computed.filter((attribute) => !attribute.includes("."));
  const values = attributes.map((attribute) => [attribute, madeUp(type, attribute, from)]);
  const forms = kind === "data" ? DATA_FORMS[type] : {};
  const block = kind === "data" ? "override_data" : "override_resource";
  return `${block} {\n  target = ${address}\n  values = ${literal({ ...Object.fromEntries(values), ...forms }, "  ")}\n}\n`;
}

function madeUp(type: string, attribute: string, from: string): string {
  // What takes a policy insists on JSON, and what takes an ARN on an ARN.
  if (type === "aws_iam_policy_document") return JSON.stringify({ from: `${from}.${attribute}` });
  if (/(^|_)arn$/.test(attribute)) return `arn:aws:made:eu-west-1:123456789012:${from}/${attribute}`;
  return `${from}/${attribute}`;
}

/** The type that an address, or an element's, is of. */
export function typeOf(element: string): { kind: "resource" | "data"; type: string } {
  const parts = element.split(".");
  return parts[0] === "data" ? { kind: "data", type: parts[1] ?? "" } : { kind: "resource", type: parts[0] ?? "" };
}
