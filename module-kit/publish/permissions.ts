import { isDynamicMark, isSeriesMark } from "../dynamic-blocks";
import { renameIterator } from "../dynamic-json";
import { expression } from "../hcl/expression";
import { addressOf, type ModuleContent, type ModuleElement } from "./elements";
import { code } from "./markdown";

type Fields = Readonly<Record<string, unknown>>;

/** A policy document of a module, for the README's chapter on permissions. */
export interface PolicyDocument {
  readonly name: string;
  /** Why the permissions are granted: what `note` says of the document. */
  readonly why: string;
  /** One a statement; see {@link PERMISSION_COLUMNS}. */
  readonly rows: readonly (readonly string[])[];
}

export const PERMISSION_COLUMNS = ["Statement", "Actions", "Resources", "Principals", "Only when"] as const;

/** @throws when a document does not say why. */
export const policyDocuments = (content: ModuleContent): PolicyDocument[] =>
  content.elements.filter(({ type }) => type === "aws_iam_policy_document").map(policyDocument);

function policyDocument(element: ModuleElement): PolicyDocument {
  if (!element.note) throw new Error(`${addressOf(element)}: say with note(…) why these permissions are granted`);
  const statements = blocksOf(element.fields.statement, "statement");
  return { name: element.name, why: element.note, rows: statements.map(row) };
}

function row(statement: Fields): string[] {
  const effect = statement.effect === "Deny" ? "deny " : "";
  const whom = blocksOf(statement.principals, "principals");
  const conditions = blocksOf(statement.condition, "condition");
  return [
    statement.sid === undefined ? "" : shown(statement.sid),
    effect + listed(statement.actions),
    listed(statement.resources),
    whom.map(({ identifiers }) => listed(identifiers)).join(", "),
    conditions.map(({ test, variable, values }) => `${test} ${shown(variable)} ${listed(values)}`).join("\n"),
  ];
}

/** Nested blocks of one name, fixed and dynamic. */
function blocksOf(value: unknown, name: string): Fields[] {
  if (value === undefined) return [];
  if (isSeriesMark(value)) return value["@parts"].flatMap((part) => blocksOf(part, name));
  if (isDynamicMark(value)) return [renameIterator(value["@content"], value["@iterator"], name) as Fields];
  return Array.isArray(value) ? value.flatMap((item) => blocksOf(item, name)) : [value as Fields];
}

const listed = (values: unknown): string =>
  Array.isArray(values) ? values.map(shown).join(", ") : shown(values ?? "");

/** Text without its quotes; an expression as it is. */
function shown(value: unknown): string {
  if (value === "") return "";
  const printed = expression(value);
  return code(/^"[^"]*"$/.test(printed) ? printed.slice(1, -1) : printed);
}
