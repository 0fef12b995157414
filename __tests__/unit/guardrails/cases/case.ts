import type { StackJson } from "../../../../guardrails/expand";

/** Stacks that meet a rule, and stacks each of which breaks it. */
export interface Case {
  readonly good: readonly StackJson[];
  readonly bad: readonly StackJson[];
}

export type Cases = Readonly<Record<string, Case>>;

type Body = Record<string, unknown>;

/** A stack of elements, each `[type, name, body]`; a type that starts with `data.` is a data source. */
export function stack(...elements: readonly (readonly [string, string, Body])[]): StackJson {
  const json: { resource: Record<string, Record<string, Body>>; data: Record<string, Record<string, Body>> } = {
    resource: {},
    data: {},
  };
  for (const [type, name, body] of elements) {
    const [kind, plain] = type.startsWith("data.") ? (["data", type.slice(5)] as const) : (["resource", type] as const);
    json[kind][plain] = { ...json[kind][plain], [name]: body };
  }
  return json;
}

/** One resource named `it`, good as it is and bad in each of the other ways. */
export const one = (type: string, good: Body, ...bad: readonly Body[]): Case => ({
  good: [stack([type, "it", good])],
  bad: bad.map((body) => stack([type, "it", body])),
});

/** A policy document of one statement. */
export const document = (statement: Body): Body => ({ statement: [{ sid: "It", ...statement }] });
