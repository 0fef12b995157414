import { isDynamicMark } from "../dynamic-blocks";
import { expression } from "../hcl/expression";
import { closingQuote, splitTemplate } from "../hcl/template";
import { tidy } from "../hcl/tidy";
import { addressOf, type ModuleContent } from "../publish/elements";

/** A condition of a published module on which something depends: the cases must reach both sides. */
export interface Toggle {
  /** Address of the resource, or `output.<name>`. */
  readonly where: string;
  /** HCL over the module's variables. */
  readonly condition: string;
  /** The `for_each` of its resource, where the condition is one of each instance. */
  readonly over: string | undefined;
  /** What the condition must be in some case. */
  readonly sides: readonly boolean[];
}

/** Conditions of resources, arguments, dynamic blocks and outputs. A dynamic block over a collection must have elements in some case. */
export function togglesOf({ elements, outputs }: ModuleContent): Toggle[] {
  const found = [
    ...elements.flatMap((element) => {
      const over = element.fields.for_each === undefined ? undefined : expression(element.fields.for_each);
      return conditionsIn(element.fields).map((each) => ({ ...each, where: addressOf(element), over }));
    }),
    ...Object.entries(outputs).flatMap(([name, value]) =>
      conditionsIn(value).map((each) => ({ ...each, where: `output.${name}`, over: undefined })),
    ),
  ];
  return [...new Map(found.map((toggle) => [`${toggle.where} ${toggle.condition}`, toggle])).values()];
}

type Found = Pick<Toggle, "condition" | "sides">;

function conditionsIn(value: unknown): Found[] {
  if (typeof value === "string") return inTemplate(value);
  if (typeof value !== "object" || value === null) return [];
  const nested = Object.values(value).flatMap(conditionsIn);
  if (!isDynamicMark(value)) return nested;
  const each = expression(value["@each"]);
  return / \? /.test(each) ? nested : [{ condition: `length(${each}) > 0`, sides: [true] }, ...nested];
}

const inTemplate = (template: string): Found[] =>
  splitTemplate(template).flatMap(({ text, isExpression }) =>
    isExpression && text.startsWith("${")
      ? conditionals(text.slice(2, -1)).map((condition) => ({ condition: tidy(condition), sides: [true, false] }))
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
