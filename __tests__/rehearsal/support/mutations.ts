import type { ServiceModel } from "../../../local/rehearsal/models/service-model";
import {
  isStructure,
  type Shape,
  type ShapeRef,
  type Structure,
  type Value,
} from "../../../local/rehearsal/models/shape";

type Path = readonly (string | number)[];

/** One place of a request that is wrong. */
export interface Mutation {
  /** What was broken, such as `enum Runtime`. */
  readonly what: string;
  readonly parameters: Structure;
}

/** Larger limits would make larger requests than a test should have. */
const LONGEST = 100_000;
const LONGEST_LIST = 1_000;

/** The parameters of a call, broken in one place each, in every place that the model has a rule for. */
export function mutations(model: ServiceModel, input: ShapeRef, parameters: Structure): Mutation[] {
  return [...places(model, input, parameters, [])].map(({ path, kind, broken }) => ({
    what: `${kind} ${path.join(".")}`,
    parameters: replaced(parameters, path, broken) as Structure,
  }));
}

interface Place {
  readonly path: Path;
  readonly kind: string;
  readonly broken: Value;
}

function* places(model: ServiceModel, ref: ShapeRef, value: Value, path: Path): Generator<Place> {
  const shape = model.shape(ref);
  if (shape.type === "structure" && isStructure(value)) {
    for (const name of shape.required ?? []) {
      const { [name]: _, ...rest } = value;
      if (name in value) yield { path, kind: `required ${name}`, broken: rest };
    }
    for (const [name, each] of Object.entries(value))
      yield* places(model, shape.members![name]!, each, [...path, name]);
  } else if (shape.type === "list" && Array.isArray(value)) {
    const { max = Infinity } = shape;
    if (max < LONGEST_LIST) yield { path, kind: "too many items", broken: Array(max + 1).fill(value[0] ?? "x") };
    for (const [index, each] of value.entries()) yield* places(model, shape.member!, each, [...path, index]);
  } else if (shape.type === "map" && isStructure(value)) {
    for (const [key, each] of Object.entries(value)) yield* places(model, shape.value!, each, [...path, key]);
  } else {
    yield* scalarPlaces(shape, value, path);
  }
}

function* scalarPlaces(shape: Shape, value: Value, path: Path): Generator<Place> {
  const { min = 0, max = Infinity } = shape;
  if (shape.type === "string" && typeof value === "string") {
    if (shape.enum) yield { path, kind: "enum", broken: "no-such-value" };
    if (max < LONGEST) yield { path, kind: "too long", broken: "a".repeat(max + 1) };
    if (min > 0) yield { path, kind: "too short", broken: "" };
    if (shape.pattern) yield { path, kind: "pattern", broken: `${value}\u0000\u2028` };
  } else if (shape.type === "integer" || shape.type === "long") {
    yield { path, kind: "type", broken: "twelve" };
    if (shape.max !== undefined) yield { path, kind: "too large", broken: shape.max + 1 };
    if (shape.min !== undefined) yield { path, kind: "too small", broken: shape.min - 1 };
  } else if (shape.type === "boolean") {
    yield { path, kind: "type", broken: "twelve" };
  }
}

function replaced(value: Value, [first, ...rest]: Path, broken: Value): Value {
  if (first === undefined) return broken;
  if (Array.isArray(value)) return value.map((item, index) => (index === first ? replaced(item, rest, broken) : item));
  const structure = value as Structure;
  return { ...structure, [first]: replaced(structure[first as string], rest, broken) };
}
