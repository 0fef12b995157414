import { isDynamicMark, isSeriesMark } from "../dynamic-blocks";
import { renameIterator } from "../dynamic-json";
import { expression } from "../hcl/expression";
import { addressOf, type ModuleContent, type ModuleElement } from "./elements";
import { code } from "./markdown";

type Fields = Readonly<Record<string, unknown>>;

/** A policy document of a module, for the README's chapter on permissions. */
export interface PolicyDocument {
  readonly name: string;
  /** Why the permissions are granted: the `comment` of the document. */
  readonly why: string;
  /** One a statement; see {@link PERMISSION_COLUMNS}. */
  readonly rows: readonly (readonly string[])[];
}

export const PERMISSION_COLUMNS = ["Statement", "Granted", "Actions", "Resources", "Principals", "Only when"] as const;

/** @throws when a document does not say why. */
export const policyDocuments = (content: ModuleContent): PolicyDocument[] =>
  content.elements.filter(({ type }) => type === "aws_iam_policy_document").map(policyDocument);

function policyDocument(element: ModuleElement): PolicyDocument {
  if (!element.comment) throw new Error(`${addressOf(element)}: say with comment(…) why these permissions are granted`);
  const { count, for_each: forEach } = element.fields;
  const whole = [count, forEach].flatMap((each) => (each === undefined ? [] : [granted(each)]));
  const rows = blocksOf(element.fields.statement, "statement").map(({ fields, when }) =>
    row(fields, [...whole, ...when]),
  );
  return { name: element.name, why: element.comment, rows };
}

function row(statement: Fields, when: readonly string[]): string[] {
  const effect = statement.effect === "Deny" ? "deny " : "";
  const principals = blocksOf(statement.principals, "principals").map(({ fields }) => fields);
  const conditions = blocksOf(statement.condition, "condition").map(({ fields }) => fields);
  return [
    statement.sid === undefined ? "" : shown(statement.sid),
    when.length > 0 ? when.join(", ") : "always",
    effect + listed(statement.actions),
    listed(statement.resources),
    principals.map(({ identifiers }) => listed(identifiers)).join(", "),
    conditions.map(({ test, variable, values }) => `${test} ${shown(variable)} ${listed(values)}`).join("\n"),
  ];
}

interface Block {
  readonly fields: Fields;
  /** On what it depends whether it is there, if on anything. */
  readonly when: readonly string[];
}

/** Nested blocks of one name, fixed and dynamic. */
function blocksOf(value: unknown, name: string): Block[] {
  if (value === undefined) return [];
  if (isSeriesMark(value)) return value["@parts"].flatMap((part) => blocksOf(part, name));
  if (Array.isArray(value)) return value.flatMap((item) => blocksOf(item, name));
  if (!isDynamicMark(value)) return [{ fields: value as Fields, when: [] }];
  const fields = renameIterator(value["@content"], value["@iterator"], name) as Fields;
  return [{ fields, when: [granted(value["@each"])] }];
}

/** A toggle, or what it is repeated over. */
const TOGGLE = /^(.*) \? (?:\[1\] : \[\]|1 : 0)$/s;

function granted(each: unknown): string {
  const printed = expression(each);
  const condition = TOGGLE.exec(printed)?.[1];
  return condition === undefined ? `for each of ${code(printed)}` : `if ${code(condition)}`;
}

const listed = (values: unknown): string =>
  Array.isArray(values) ? values.map(shown).join(", ") : shown(values ?? "");

/** Text without its quotes; an expression as it is. */
function shown(value: unknown): string {
  if (value === "") return "";
  const printed = expression(value);
  return code(/^"[^"]*"$/.test(printed) ? printed.slice(1, -1) : printed);
}
