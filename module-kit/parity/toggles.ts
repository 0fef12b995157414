import { isDynamicMark } from "../dynamic-blocks";
import { expression } from "../hcl/expression";
import { simplify } from "../hcl/simplify";
import { closingQuote, splitTemplate } from "../hcl/template";
import { addressOf, type ModuleContent } from "../publish/elements";

/** A condition of a published module on which something depends: the cases must reach both sides. */
export interface Toggle {
  /** Address of the resource, or `output.<name>`. */
  readonly where: string;
  /** HCL over the module's variables. */
  readonly condition: string;
  /** Those around it, outermost first: there the condition is one of each element. */
  readonly loops: readonly Loop[];
  /** What the condition must be in some case. */
  readonly sides: readonly boolean[];
}

/** A resource's `for_each`, or a dynamic block's. */
export interface Loop {
  /** What expressions within call the iterator, such as `each`. */
  readonly iterator: string;
  readonly over: string;
}

/** Conditions of resources, arguments, dynamic blocks and outputs. A dynamic block over a collection must have elements in some case. */
export function togglesOf({ elements, outputs }: ModuleContent): Toggle[] {
  const found = [
    ...elements.flatMap((element) => {
      const { for_each: over } = element.fields;
      const loops = over === undefined ? [] : [{ iterator: "each", over: expression(over) }];
      return conditionsIn(element.fields, loops).map((each) => ({ ...each, where: addressOf(element) }));
    }),
    ...Object.entries(outputs).flatMap(([name, value]) =>
      conditionsIn(value, []).map((each) => ({ ...each, where: `output.${name}` })),
    ),
  ];
  return [...new Map(found.map((toggle) => [`${toggle.where} ${toggle.condition}`, toggle])).values()];
}

type Found = Omit<Toggle, "where">;

function conditionsIn(value: unknown, loops: readonly Loop[]): Found[] {
  if (typeof value === "string") return inTemplate(value).map((each) => ({ ...each, loops }));
  if (typeof value !== "object" || value === null) return [];
  if (!isDynamicMark(value)) return Object.values(value).flatMap((field) => conditionsIn(field, loops));
  const over = expression(value["@each"]);
  const content = conditionsIn(value["@content"], [...loops, { iterator: value["@iterator"], over }]);
  if (/ \? /.test(over)) return [...conditionsIn(value["@each"], loops), ...content];
  return [{ condition: `length(${over}) > 0`, loops, sides: [true] }, ...content];
}

const inTemplate = (template: string): Omit<Found, "loops">[] =>
  splitTemplate(template).flatMap(({ text, isExpression }) =>
    isExpression && text.startsWith("${")
      ? conditionals(text.slice(2, -1)).map((condition) => ({ condition: simplify(condition), sides: [true, false] }))
      : [],
  );

/** What stands before each `?` of an expression, those in its strings and parentheses included. */
export function conditionals(code: string): string[] {
  const found: string[] = [];
  const starts = [0];
  const restart = (at: number) => starts.splice(-1, 1, at);
  for (let at = 0; at < code.length; at++) {
    if (code[at] === '"') {
      const end = closingQuote(code, at + 1);
      found.push(...inTemplate(code.slice(at + 1, end)).map(({ condition }) => condition));
      at = end;
    } else if (/[([{]/.test(code[at] as string)) starts.push(at + 1);
    else if (/[)\]}]/.test(code[at] as string)) starts.pop();
    else if (code[at] === "?") {
      found.push(code.slice(starts.at(-1), at).trim());
      restart(at + 1);
    } else if (/[,:]/.test(code[at] as string) || isAssignment(code, at)) restart(at + 1);
  }
  return found;
}

/** The `=` of an object's field or the `=>` of a `for`, neither of which belongs to a condition. */
const isAssignment = (code: string, at: number) =>
  (code[at] === "=" && !/[=!<>]/.test(code[at - 1] ?? "") && code[at + 1] !== "=" && code[at + 1] !== ">") ||
  (code[at] === ">" && code[at - 1] === "=");
