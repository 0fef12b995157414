import type { Model } from "./model";
import type { Body, Resource } from "./resource";

/** A requirement on resources of some types. */
export interface Rule {
  /** Names the rule in findings and waivers. */
  readonly id: string;
  /** Types that it looks at; data sources start with `data.`. */
  readonly types: readonly string[];
  /** The requirement, as a sentence about the resource: "must …". */
  readonly requirement: string;
  /** Rules of cdk-nag's packs that ask for the same, if there are any. */
  readonly counterparts?: readonly string[];
  /** Whether the resource meets it, or what of it does not. Pure. */
  readonly check: (resource: Resource, model: Model) => boolean | readonly string[];
}

/** A resource that does not meet a rule. */
export interface Finding {
  readonly rule: string;
  readonly stack: string;
  readonly resource: string;
  readonly message: string;
}

/** What `rules` find in `model`. */
export function findings(rules: readonly Rule[], model: Model): Finding[] {
  return model.resources.flatMap((resource) =>
    rules.filter(({ types }) => types.includes(resource.type)).flatMap((rule) => check(rule, resource, model)),
  );
}

function check(rule: Rule, resource: Resource, model: Model): Finding[] {
  const result = rule.check(resource, model);
  const details = typeof result === "boolean" ? (result ? [] : [undefined]) : result;
  return details.map((detail) => ({
    rule: rule.id,
    stack: resource.stack,
    resource: resource.address,
    message: detail ? `${rule.requirement}: ${detail}` : rule.requirement,
  }));
}

/** Nested blocks under `name`: Terraform JSON writes one as an object or as a list. */
export function blocks(body: Body, name: string): Body[] {
  const value = body[name];
  return (value === undefined || value === null ? [] : [value]).flat() as Body[];
}

/** The argument at a path such as `sasl.iam.enabled`, through the first of each nested block. */
export function at(body: Body, path: string): unknown {
  const [name, ...rest] = path.split(".");
  if (rest.length === 0) return body[name!];
  const block = blocks(body, name!)[0];
  return block && typeof block === "object" ? at(block, rest.join(".")) : undefined;
}

/** Whether an argument is set at all: known or not, but neither missing, null nor empty. */
export const isSet = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

/** A list argument; a single unknown stands for a list that Terraform will know. */
export const list = (value: unknown): unknown[] => (value === undefined || value === null ? [] : [value].flat());
