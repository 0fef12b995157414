import { Fn, type IResolvable, type IResolveContext, Op, Token } from "cdktf";
import { conditional, ref } from "cdktf/lib/tfExpression";

/** A condition that is known at synth, or an expression for one. */
export type Condition = boolean | IResolvable;

/** Whether a value is plain data rather than a Terraform expression. */
export const isKnown = (value: unknown): boolean => !Token.isUnresolved(value);

// cdktf's operators print a plain 0 or null on the right-hand side as `undefined`.
const NULL = ref("null");
const ZERO = ref("0");

/** The opposite of a condition. */
export const not = (condition: Condition): Condition =>
  typeof condition === "boolean" ? !condition : (Op.not(condition) as IResolvable);

/**
 * Whether an optional input was given. As a `count` or a dynamic block's condition this only works for values that are known
 * at plan: toggle resources on an explicit boolean rather than on whether an ARN is null.
 */
export const given = (value: unknown): Condition =>
  isKnown(value) ? value !== undefined && value !== null : (Op.neq(value, NULL) as IResolvable);

/** Whether a list, set or map has elements. */
export function notEmpty(collection: readonly unknown[] | Record<string, unknown> | IResolvable): Condition {
  if (isKnown(collection)) return Object.keys(collection).length > 0;
  return Op.gt(Fn.lengthOf(collection), ZERO) as IResolvable;
}

/**
 * Whether a condition is known not to hold, so that a stack may do without a resource that has it as its `count`. In a published module
 * that is never known: the resource must have the condition as its `count` anyway.
 */
export const never = (condition: Condition): boolean => condition === false;

/** Whether a number of things can be shared out evenly among the elements of a list. */
export function sharesEvenly(count: number, list: readonly unknown[]): Condition {
  if (isKnown(count) && isKnown(list)) return count % list.length === 0;
  return Op.eq(Op.mod(count, Fn.lengthOf(list)), ZERO) as IResolvable;
}

/** `condition ? whenTrue : whenFalse`, for text, numbers and lists of text. */
export function choose<T extends string | number | string[]>(condition: Condition, whenTrue: T, whenFalse: T): T {
  if (typeof condition === "boolean") return condition ? whenTrue : whenFalse;
  const expression = conditional(condition, grouped(whenTrue), grouped(whenFalse));
  if (typeof whenTrue === "number") return Token.asNumber(expression) as T;
  return (Array.isArray(whenTrue) ? Token.asList(expression) : Token.asString(expression)) as T;
}

/** A choice within a choice in parentheses, which cdktf leaves out. */
function grouped(value: string | number | string[]): unknown {
  if (isKnown(value)) return value;
  const resolve = (context: IResolveContext) => {
    const text: unknown = context.resolve(value);
    return typeof text === "string" && text.includes(" ? ") ? `(${text})` : text;
  };
  return { resolve, toString: () => "<choice>", creationStack: [] };
}
