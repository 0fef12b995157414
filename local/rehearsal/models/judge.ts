import { javaPattern } from "./pattern";
import type { ServiceModel } from "./service-model";
import { isStructure, join, type Report, type Shape, type ShapeRef, type Value } from "./shape";

/** Holds a value, read under the model's names, against everything that the model says of it. */
export function judge(model: ServiceModel, ref: ShapeRef, value: Value, path: string, report: Report): void {
  const shape = model.shape(ref);
  judges[shape.type]?.(model, shape, value, path, report);
}

type Judge = (model: ServiceModel, shape: Shape, value: Value, path: string, report: Report) => void;

const number =
  (isOne: (value: unknown) => boolean): Judge =>
  (_, shape, value, path, report) => {
    if (isOne(value)) inRange(shape, value as number, path, report);
    else wrongType(shape, value, path, report);
  };

/** What is held against a value of each type. Times and large decimals are not judged. */
const judges: { readonly [Type in Shape["type"]]?: Judge } = {
  structure: judgeStructure,
  list: judgeList,
  map: judgeMap,
  string: judgeString,
  character: judgeString,
  integer: number(Number.isInteger),
  long: number(Number.isInteger),
  float: number(Number.isFinite),
  double: number(Number.isFinite),
  boolean: (_, shape, value, path, report) => {
    if (typeof value !== "boolean") wrongType(shape, value, path, report);
  },
  blob: judgeBlob,
};

function judgeStructure(model: ServiceModel, shape: Shape, value: Value, path: string, report: Report): void {
  if (shape.document) return;
  if (!isStructure(value)) {
    wrongType(shape, value, path, report);
    return;
  }
  for (const name of shape.required ?? []) {
    if (value[name] === undefined) report("required", join(path, name), "missing");
  }
  const given = Object.keys(value);
  if (shape.union && given.length !== 1) {
    report("union", path, `exactly one member is expected, there are ${given.length}: ${given.join(", ")}`);
  }
  for (const [name, each] of Object.entries(value)) {
    const member = shape.members?.[name];
    if (member && each !== undefined) judge(model, member, each, join(path, name), report);
  }
}

function judgeList(model: ServiceModel, shape: Shape, value: Value, path: string, report: Report): void {
  if (!Array.isArray(value)) {
    wrongType(shape, value, path, report);
    return;
  }
  hasLength(shape, value.length, "items", path, report);
  if (shape.uniqueItems && new Set(value.map((item) => JSON.stringify(item))).size < value.length) {
    report("unique", path, "items are repeated");
  }
  for (const [index, item] of value.entries()) {
    if (item !== undefined) judge(model, shape.member!, item, `${path}[${index}]`, report);
  }
}

function judgeMap(model: ServiceModel, shape: Shape, value: Value, path: string, report: Report): void {
  if (!isStructure(value)) {
    wrongType(shape, value, path, report);
    return;
  }
  hasLength(shape, Object.keys(value).length, "entries", path, report);
  for (const [key, each] of Object.entries(value)) {
    judge(model, shape.key!, key, join(path, `key ${key}`), report);
    if (each !== undefined) judge(model, shape.value!, each, join(path, key), report);
  }
}

function judgeString(_: ServiceModel, shape: Shape, value: Value, path: string, report: Report): void {
  if (typeof value !== "string") {
    wrongType(shape, value, path, report);
    return;
  }
  hasLength(shape, [...value].length, "characters", path, report);
  if (shape.enum && !shape.enum.includes(value)) {
    const allowed = shape.enum.slice(0, 12).join(", ");
    report("enum", path, `${quote(value)} is none of ${allowed}${shape.enum.length > 12 ? ", …" : ""}`);
  }
  if (shape.pattern === undefined) return;
  const pattern = javaPattern(shape.pattern);
  if (pattern instanceof Error) report("uncheckable", path, pattern.message);
  else if (!pattern.test(value)) report("pattern", path, `${quote(value)} does not match ${shape.pattern}`);
}

/** Bytes travel as base64, except in bodies, which are not judged. */
function judgeBlob(_: ServiceModel, shape: Shape, value: Value, path: string, report: Report): void {
  if (typeof value !== "string") return;
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(value) || value.length % 4 !== 0) {
    report("type", path, "it is not base64");
    return;
  }
  hasLength(shape, Buffer.byteLength(value, "base64"), "bytes", path, report);
}

function hasLength(
  { min = 0, max = Infinity }: Shape,
  length: number,
  unit: string,
  path: string,
  report: Report,
): void {
  if (length < min || length > max) report("length", path, `${length} ${unit}; allowed are ${between(min, max)}`);
}

function inRange({ min = -Infinity, max = Infinity }: Shape, value: number, path: string, report: Report): void {
  if (value < min || value > max) report("range", path, `${value}; allowed is ${between(min, max)}`);
}

function wrongType({ type }: Shape, value: Value, path: string, report: Report): void {
  report("type", path, `${quote(value)} is not of type ${type}`);
}

const between = (min: number, max: number): string => (max === Infinity ? `${min} or more` : `${min} to ${max}`);
const quote = (value: Value): string => `${JSON.stringify(value)}`.slice(0, 160);
