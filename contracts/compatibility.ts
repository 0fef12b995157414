import type { PropertySchema } from "./json-schema";

/** What the snapshot keeps of a contract. */
export interface ContractSchema {
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
}
/** The contracts by name. */
export type Contracts = Readonly<Record<string, ContractSchema>>;

/** Every integer is a number, so this retyping refuses nothing. */
const widened = (from: string, to: string): boolean => from === "integer" && to === "number";

/** The tightest lower (or upper) bound: two bounds may stand side by side, as in `exclusiveMinimum: 0` with `minimum: -2^53`. */
const lower = ({ minimum = -Infinity, exclusiveMinimum = -Infinity }: PropertySchema) => ({
  bound: Math.max(minimum, exclusiveMinimum),
  open: exclusiveMinimum >= minimum && exclusiveMinimum > -Infinity,
});

function stricterRange(at: string, before: PropertySchema, after: PropertySchema): string[] {
  const [from, to] = [lower(before), lower(after)];
  const raised = to.bound > from.bound || (to.bound === from.bound && to.open && !from.open);
  const [max, newMax] = [before.maximum ?? Infinity, after.maximum ?? Infinity];
  return [
    ...(raised ? [`${at}: its lower bound rose from ${describe(from)} to ${describe(to)}`] : []),
    ...(newMax < max ? [`${at}: its maximum fell from ${max} to ${newMax}`] : []),
  ];
}

const describe = ({ bound, open }: ReturnType<typeof lower>): string => (open ? `more than ${bound}` : String(bound));

function stricterText(at: string, before: PropertySchema, after: PropertySchema): string[] {
  const changed = (["pattern", "format"] as const).filter(
    (key) => after[key] !== undefined && after[key] !== before[key],
  );
  const dropped = before.enum?.filter((value) => after.enum && !after.enum.includes(value)) ?? [];
  return [
    ...changed.map((key) => `${at}: its ${key} became ${after[key]} (was ${before[key] ?? "free"})`),
    ...dropped.map((value) => `${at}: "${value}" is no longer allowed`),
    ...(after.enum && !before.enum ? [`${at}: only ${after.enum.join(", ")} are allowed now`] : []),
  ];
}

function changedField(at: string, before: PropertySchema, after: PropertySchema): string[] {
  if (before.type !== after.type && !widened(before.type, after.type))
    return [`${at}: its type changed from ${before.type} to ${after.type}`];
  return [...stricterRange(at, before, after), ...stricterText(at, before, after)];
}

const BECAME_REQUIRED = "became required, and records already in the topics may lack it";
const NEW_AND_REQUIRED =
  "is new and required, and records already in the topics lack it: make it .optional() until none of them is left";

function changedContract(name: string, before: ContractSchema, after: ContractSchema): string[] {
  const wasRequired = new Set(before.required);
  const fields = Object.entries(before.properties).flatMap(([field, schema]) => {
    const next = after.properties[field];
    return next ? changedField(`${name}.${field}`, schema, next) : [`${name}.${field}: removed`];
  });
  const required = (after.required ?? [])
    .filter((field) => !wasRequired.has(field))
    .map((field) => `${name}.${field}: ${field in before.properties ? BECAME_REQUIRED : NEW_AND_REQUIRED}`);
  const closed = after.additionalProperties === false && before.additionalProperties !== false;
  return [...fields, ...required, ...(closed ? [`${name}: unknown fields are refused now`] : [])];
}

/**
 * Every change from `before` to `after` that breaks someone: a record that the old contract accepts and the new one
 * refuses, or a field that readers know and that is gone. One sentence a change, beginning with `Contract.field`; empty when there is none.
 */
export function breakingChanges(before: Contracts, after: Contracts): string[] {
  return Object.entries(before).flatMap(([name, schema]) => {
    const next = after[name];
    return next ? changedContract(name, schema, next) : [`${name}: removed`];
  });
}
