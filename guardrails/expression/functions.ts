import { isMap, Unknown, type Value } from "./value";

type Implementation = (...args: readonly Value[]) => Value | undefined;

const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);
const isText = (value: Value | undefined): value is string => typeof value === "string";
const isKnown = (value: Value): boolean => !(value instanceof Unknown);

function distinct(value: Value | undefined): Value | undefined {
  if (!isList(value)) return undefined;
  return [...new Map(value.map((item) => [JSON.stringify(item), item])).values()];
}

const flat = (list: readonly Value[]): Value[] => list.flatMap((item) => (isList(item) ? flat(item) : [item]));

/** A text for each item of the lists among `args`; other arguments, known or not, are the same in each. */
function formatList(format: string, args: readonly Value[]): Value | undefined {
  const lists = args.filter(isList);
  if (lists.length === 0) return undefined;
  return lists[0]!.map((_, position) => {
    const rest = args.map((arg) => (isList(arg) ? (arg[position] ?? null) : arg));
    return format.replace(/%[sdvq]/g, (verb) => spelled(verb, rest.shift() ?? null));
  });
}

function spelled(verb: string, value: Value): string {
  if (value instanceof Unknown) return `\${${value.text}}`;
  return verb === "%q" ? JSON.stringify(value) : String(value);
}

const same: Implementation = (value) => value;

/** Terraform's functions that stacks call with known arguments; `undefined` where the result is not known. */
const FUNCTIONS: Record<string, Implementation> = {
  concat: (...lists) => (lists.every(isList) ? lists.flat() : undefined),
  flatten: (list) => (isList(list) && list.every(isKnown) ? flat(list) : undefined),
  merge: (...maps) => {
    const present = maps.filter((map) => map !== null);
    return present.every(isMap) ? Object.assign({}, ...present) : undefined;
  },
  coalesce: (...values) => {
    const first = values.find((value) => value !== null && value !== "");
    return first instanceof Unknown ? undefined : first;
  },
  compact: (list) =>
    isList(list) && list.every(isKnown) ? list.filter((item) => item !== null && item !== "") : undefined,
  distinct,
  toset: distinct,
  setunion: (...sets) => (sets.every(isList) ? distinct(sets.flat()) : undefined),
  setintersection: (...sets) =>
    sets.every(isList) && sets.flat().every(isKnown)
      ? distinct(sets[0]!.filter((item) => sets.every((set) => set.includes(item))))
      : undefined,
  tolist: same,
  tomap: same,
  tostring: (value) => (isMap(value!) || isList(value) || value instanceof Unknown ? undefined : String(value)),
  length: (value) => {
    if (isList(value) || isText(value)) return value.length;
    return value !== undefined && isMap(value) ? Object.keys(value).length : undefined;
  },
  keys: (map) => (isMap(map!) ? Object.keys(map).sort() : undefined),
  values: (map) =>
    isMap(map!)
      ? Object.keys(map)
          .sort()
          .map((key) => map[key]!)
      : undefined,
  contains: (list, value) => {
    if (!isList(list) || value instanceof Unknown) return undefined;
    if (list.includes(value!)) return true;
    return list.every(isKnown) ? false : undefined;
  },
  lookup: (map, key, fallback) => (isMap(map!) && isText(key) ? (map[key] ?? fallback) : undefined),
  join: (separator, list) =>
    isText(separator) && isList(list) && list.every(isText) ? list.join(separator) : undefined,
  split: (separator, text) => (isText(separator) && isText(text) ? text.split(separator) : undefined),
  // A pattern between slashes is a regular expression to Terraform.
  replace: (text, part, by) =>
    isText(text) && isText(part) && isText(by) && !/^\/.*\/$/.test(part) ? text.replaceAll(part, by) : undefined,
  trimsuffix: (text, end) =>
    isText(text) && isText(end) ? (text.endsWith(end) ? text.slice(0, text.length - end.length) : text) : undefined,
  lower: (text) => (isText(text) ? text.toLowerCase() : undefined),
  upper: (text) => (isText(text) ? text.toUpperCase() : undefined),
  jsonencode: (value) => (value instanceof Unknown ? undefined : JSON.stringify(value)),
  element: (list, position) =>
    isList(list) && typeof position === "number" && list.length > 0 ? list[position % list.length] : undefined,
  one: (list) => (isList(list) && list.length < 2 ? (list[0] ?? null) : undefined),
  formatlist: (format, ...args) => (isText(format) ? formatList(format, args) : undefined),
};

/** The result of a function, or `undefined` when it is not implemented here or depends on something unknown. */
export function call(name: string, args: readonly Value[]): Value | undefined {
  return FUNCTIONS[name]?.(...args);
}
