import { isDynamicMark, isSeriesMark } from "../dynamic-blocks";
import { renameIterator } from "../dynamic-json";
import { expression } from "../hcl/expression";
import { addressOf, type ModuleContent, type ModuleElement } from "./elements";
import { code } from "./markdown";

type Fields = Readonly<Record<string, unknown>>;

/** Rows of a README's table of permissions: document, statement, what, on what, for whom. */
export function permissionRows(content: ModuleContent): string[][] {
  const documents = content.elements.filter(({ type }) => type === "aws_iam_policy_document");
  return documents.flatMap((document) =>
    statementsOf(document.fields.statement).map((statement) => row(document, statement)),
  );
}

function row(document: ModuleElement, statement: Fields): string[] {
  const effect = statement.effect === "Deny" ? "deny " : "";
  const whom = [statement.principals ?? []].flat() as Fields[];
  return [
    code(addressOf(document).replace("data.aws_iam_policy_document.", "")),
    statement.sid === undefined ? "" : shown(statement.sid),
    effect + listed(statement.actions),
    listed(statement.resources),
    whom.map(({ identifiers }) => listed(identifiers)).join(", "),
  ];
}

function statementsOf(value: unknown): Fields[] {
  if (isSeriesMark(value)) return value["@parts"].flatMap(statementsOf);
  if (isDynamicMark(value)) return [renameIterator(value["@content"], value["@iterator"], "statement") as Fields];
  return Array.isArray(value) ? value.flatMap(statementsOf) : value === undefined ? [] : [value as Fields];
}

const listed = (values: unknown): string =>
  Array.isArray(values) ? values.map(shown).join(", ") : shown(values ?? "");

/** Text without its quotes; an expression as it is. */
function shown(value: unknown): string {
  if (value === "") return "";
  const printed = expression(value);
  return code(/^"[^"]*"$/.test(printed) ? printed.slice(1, -1) : printed);
}
