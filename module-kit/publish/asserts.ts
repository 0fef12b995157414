import { isDynamicMark, isSeriesMark } from "../dynamic-blocks";
import type { BlockTree } from "../hcl/body";
import { literal } from "../hcl/expression";
import { inStack } from "../parity/subject";
import { type ProviderSchema, typeSchema } from "../schema/provider-schema";
import { MODULES } from "./discover";
import { addressOf, type ModuleContent, type ModuleElement } from "./elements";

type Fields = Readonly<Record<string, unknown>>;
type Stack = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Fields>>>>>>;

/** What must hold of one resource. */
export interface Assert {
  readonly address: string;
  /** HCL conditions. */
  readonly conditions: readonly string[];
}

/**
 * What a case makes of a module's resources: how many of them there are, and the values of arguments that follow from inputs. The values are
 * those of the construct in a stack, so that they do not come from what they are compared with.
 *
 * @param stack The construct with the case's inputs, as Terraform's JSON.
 */
export function assertsOf(
  { elements }: ModuleContent,
  stack: Record<string, unknown>,
  schema: ProviderSchema,
): Assert[] {
  return elements
    .filter(({ kind }) => kind === "resource")
    .map((element) => ({
      address: addressOf(element),
      conditions: conditionsOf(element, inStackJson(element, stack as Stack), schema),
    }))
    .filter(({ conditions }) => conditions.length > 0);
}

function inStackJson(element: ModuleElement, stack: Stack): Fields | undefined {
  const name = inStack(addressOf(element)).split(".").at(-1) ?? "";
  return stack.resource?.[element.type]?.[name];
}

function conditionsOf(element: ModuleElement, made: Fields | undefined, schema: ProviderSchema): string[] {
  const address = addressOf(element);
  const { count, for_each: forEach } = element.fields;
  if (count !== undefined) return numberOf(address, made ? made.count : 0);
  if (forEach !== undefined) return isFromInputs(forEach) ? keysOf(address, made ? made.for_each : {}) : [];
  return made ? within(address, element.fields, made, typeSchema(schema, "resource", element.type).blocks) : [];
}

const numberOf = (address: string, count: unknown) =>
  typeof count === "number" ? [`length(${address}) == ${count}`] : [];

function keysOf(address: string, forEach: unknown): string[] {
  const set = /^\$\{toset\((\[.*\])\)\}$/.exec(String(forEach))?.[1];
  const keys = set ? (JSON.parse(set) as string[]) : Object.keys(forEach as object);
  if (typeof forEach === "string" && !set) return [];
  return [`join(", ", keys(${address})) == ${literal([...new Set(keys)].sort().join(", "))}`];
}

/** Arguments of a block whose values follow from inputs, and those of the blocks within. */
function within(path: string, fields: Fields, made: Fields, tree: BlockTree): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const blocks = tree[name];
    if (!blocks) return isFromInputs(field) && isPlain(made[name]) ? [`${path}.${name} == ${literal(made[name])}`] : [];
    const [all, before] = [listOf(made[name]), listOf(field)];
    if (isDynamicMark(field) || isSeriesMark(field)) return [`length(${path}.${name}) == ${all.length}`];
    const [only, ...others] = before;
    if (others.length > 0 || all.length !== 1) return [];
    return within(`one(${path}.${name})`, only as Fields, all[0] as Fields, blocks);
  });
}

const listOf = (value: unknown): readonly unknown[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};

const isFromInputs = (field: unknown): boolean => typeof field === "string" && /\$\{.*\bvar\./s.test(field);

const LONGEST = 80;

/** A value that a reader can take in, and that is the same on every machine. */
const isPlain = (value: unknown): boolean =>
  typeof value === "number" ||
  typeof value === "boolean" ||
  (typeof value === "string" && value.length <= LONGEST && !/\$\{|\n/.test(value) && !value.startsWith(MODULES));
