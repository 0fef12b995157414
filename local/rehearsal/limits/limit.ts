import type { Models } from "../models/load";
import { isStructure, type Structure, type Value } from "../models/shape";

/** What a limit needs in addition to the request. */
export interface Circumstances {
  readonly account: string;
  readonly region: string;
  readonly models: Models;
}

/** What AWS refuses although its model of the service allows it. */
export interface Limit {
  /** What must hold, for a reader of the report. */
  readonly rule: string;
  /** AWS's page that says so. */
  readonly source: string;
  /** Operations that it is about, such as `iam:CreateRole`; all that write, or all, where it is about any. */
  readonly of: readonly string[] | "writes" | "all";
  /** What is wrong, one text for each place; nothing where the limit is kept. */
  readonly problems: (parameters: Structure, circumstances: Circumstances) => readonly string[];
}

/** Whether an operation only reads. */
export const isRead = (operation: string): boolean => /^(Get|Describe|List|Head|BatchGet|Search)/.test(operation);

/** No problem, or this one. */
export const unless = (kept: boolean, problem: unknown): string[] => (kept ? [] : [String(problem)]);

export const within = (value: number, min: number, max: number): boolean => value >= min && value <= max;

/** Member that is a text; empty when it is absent. */
export const textOf = (value: Value, name: string): string => {
  const member = isStructure(value) ? value[name] : undefined;
  return typeof member === "string" ? member : "";
};

/** Member that is a number. */
export const numberOf = (value: Value, name: string): number | undefined => {
  const member = isStructure(value) ? value[name] : undefined;
  return typeof member === "number" ? member : undefined;
};

/** Member that is a structure or a map; empty when it is absent. */
export const structureOf = (value: Value, ...path: string[]): Structure => {
  let member: Value = value;
  for (const name of path) member = isStructure(member) ? member[name] : undefined;
  return isStructure(member) ? member : {};
};

/** Member that is a list; empty when it is absent. */
export const listOf = (value: Value, name: string): readonly Value[] => {
  const member = isStructure(value) ? value[name] : undefined;
  return Array.isArray(member) ? member : [];
};

/** Every text inside of a value, with its path. */
export function* texts(value: Value, path = ""): Generator<readonly [string, string]> {
  if (typeof value === "string") yield [path, value];
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* texts(item, `${path}[${index}]`);
  else if (isStructure(value))
    for (const [name, item] of Object.entries(value)) yield* texts(item, path ? `${path}.${name}` : name);
}
