import { isDynamicMark, isSeriesMark } from "../dynamic-blocks";
import { renameIterator } from "../dynamic-json";
import { aligned, expression } from "./expression";

/** Names of the blocks within a block; every other name is an argument. */
export interface BlockTree {
  readonly [block: string]: BlockTree;
}

type Fields = Readonly<Record<string, unknown>>;

/** Terraform's own blocks, which no provider schema lists. */
const META: BlockTree = { lifecycle: { precondition: {}, postcondition: {} }, validation: {} };
/** Arguments whose values are addresses, not text. */
const ADDRESSES = ["depends_on", "provider", "ignore_changes", "replace_triggered_by"];
const FIRST = ["count", "for_each", "provider"];
/** What names a thing comes first, tags last; the rest stays in the provider's order. */
const LEADING = (
  "name bucket function_name cluster_name alarm_name sid effect actions resources test variable type id description " +
  "vpc_id security_group_id from_port to_port"
).split(" ");
/** A statement says who before it says when. */
const LEADING_BLOCKS = ["principals"];

/** A whole block, such as a resource: `head` is what stands before its brace. */
export function block(head: string, fields: Fields, tree: BlockTree, comment?: string): string {
  const above = comment ? `${commented(comment)}\n` : "";
  const inner = body(fields, tree, "  ");
  return `${above}${head} {${inner && `\n${inner}`}}\n`;
}

/** The inside of a block: arguments, then nested blocks, then what is Terraform's own. */
export function body(fields: Fields, tree: BlockTree, indent: string): string {
  const names = Object.keys(fields).filter((name) => name !== "//" && fields[name] !== undefined);
  const groups: string[] = [];
  for (const rank of [0, 1, 2, 3, 4]) {
    const ranked = names.filter((name) => rankOf(name, tree) === rank);
    const lines = inOrder(ranked.filter((name) => !isBlock(name, tree)));
    if (lines.length > 0) {
      groups.push(
        aligned(
          lines.map((name) => [name, argument(name, fields[name], indent)]),
          indent,
        ),
      );
    }
    for (const name of inOrder(
      ranked.filter((each) => isBlock(each, tree)),
      LEADING_BLOCKS,
    )) {
      groups.push(...nested(name, fields[name], tree[name] ?? META[name] ?? {}, indent));
    }
  }
  return groups.join("\n");
}

const isBlock = (name: string, tree: BlockTree) => name in tree || name in META;

function rankOf(name: string, tree: BlockTree): number {
  if (FIRST.includes(name)) return 0;
  if (name === "lifecycle") return 3;
  if (name === "depends_on") return 4;
  return isBlock(name, tree) ? 2 : 1;
}

function inOrder(names: readonly string[], leading: readonly string[] = LEADING): string[] {
  const place = (name: string) => {
    if (leading.includes(name)) return leading.indexOf(name);
    return name === "tags" ? leading.length + 1 : leading.length;
  };
  return [...names].sort((a, b) => place(a) - place(b));
}

function argument(name: string, value: unknown, indent: string): string {
  if (!ADDRESSES.includes(name)) return expression(value, indent);
  return Array.isArray(value) ? `[${value.map(bare).join(", ")}]` : bare(value);
}

const bare = (address: unknown) => String(address).replace(/^\$\{(.*)\}$/, "$1");

/** The blocks of one name, fixed and dynamic ones in the order they were given. */
function nested(name: string, value: unknown, tree: BlockTree, indent: string): string[] {
  if (isSeriesMark(value)) return value["@parts"].flatMap((part) => nested(name, part, tree, indent));
  if (isDynamicMark(value)) {
    const content = renameIterator(value["@content"], value["@iterator"], name) as Fields;
    const each = `${indent}  for_each = ${expression(value["@each"], `${indent}  `)}\n`;
    const inner = `${indent}  content {\n${body(content, tree, `${indent}    `)}${indent}  }\n`;
    return [`${indent}dynamic "${name}" {\n${each}\n${inner}${indent}}\n`];
  }
  if (Array.isArray(value)) return value.flatMap((item) => nested(name, item, tree, indent));
  const inner = body(value as Fields, tree, `${indent}  `);
  return [inner ? `${indent}${name} {\n${inner}${indent}}\n` : `${indent}${name} {}\n`];
}

/** A comment, in lines of at most 120 characters. */
function commented(comment: string): string {
  const lines: string[] = [];
  for (const word of comment.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 117) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `# ${line}`).join("\n");
}
