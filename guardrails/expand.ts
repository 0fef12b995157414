import { evaluateJson, type Scope } from "./expression/evaluate";
import { isMap, toJson, Unknown, type Value } from "./expression/value";
import type { Resource } from "./resource";

type Elements = { readonly [type: string]: { readonly [name: string]: Json } };
type Json = { readonly [key: string]: unknown };

/** A synthesized stack (cdk.tf.json), as far as the rules read it. */
export interface StackJson {
  readonly resource?: Elements;
  readonly data?: Elements;
  readonly locals?: Json;
  readonly output?: { readonly [name: string]: { readonly value: unknown } };
  readonly provider?: { readonly [name: string]: readonly Json[] };
  readonly terraform?: { readonly backend?: { readonly s3?: { readonly key?: string } & Json } & Json };
}

/** Every resource and data source that Terraform would plan for a stack. */
export function expandStack(stack: string, json: StackJson): Resource[] {
  const scope: Scope = json.locals ? { local: evaluateJson(json.locals, {}) } : {};
  const of = (elements: Elements | undefined, prefix: string) =>
    Object.entries(elements ?? {}).flatMap(([type, named]) =>
      Object.entries(named).flatMap(([name, body]) =>
        instances(body, scope).map((instance): Resource => {
          return { stack, type: `${prefix}${type}`, address: `${prefix}${type}.${name}`, body: instance.body };
        }),
      ),
    );
  return [...of(json.resource, ""), ...of(json.data, "data.")];
}

/** One of the resources that a `count` or `for_each` makes, or the only one. */
export interface Instance {
  /** What stands in brackets after the resource's address; none where it is not repeated, or the key is not known. */
  readonly key?: Value;
  readonly body: Json;
}

/** What a resource's or data source's block makes; what is not known beforehand counts as one, so that it is looked at. */
export function instances({ count, for_each: forEach, "//": _, ...body }: Json, scope: Scope): Instance[] {
  if (count !== undefined) {
    const number = evaluateJson(count, scope);
    const length = number instanceof Unknown ? 1 : Number(number);
    return Array.from({ length }, (_, index) => {
      return { key: index, body: evaluateBody(body, { ...scope, count: { index } }) };
    });
  }
  if (forEach === undefined) return [{ body: evaluateBody(body, scope) }];
  return elements(evaluateJson(forEach, scope)).map((each) => {
    return each ? { key: each.key, body: evaluateBody(body, { ...scope, each }) } : { body: evaluateBody(body, scope) };
  });
}

/** Keys and values of what a loop goes over; one `undefined` when that is not known. */
function elements(value: Value): ({ key: Value; value: Value } | undefined)[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.map((item: Value) => ({ key: item, value: item }));
  if (isMap(value)) return Object.entries(value).map(([key, item]) => ({ key, value: item }));
  return [undefined];
}

function evaluateBody(body: Json, scope: Scope): Json {
  return toJson(evaluateJson(withoutDynamic(body, scope), scope)) as Json;
}

/** Writes dynamic blocks out as the blocks that they make. */
function withoutDynamic(json: unknown, scope: Scope): unknown {
  if (Array.isArray(json)) return json.map((item) => withoutDynamic(item, scope));
  if (typeof json !== "object" || json === null) return json;
  const { dynamic, ...rest } = json as { dynamic?: { [label: string]: Dynamic | Dynamic[] } } & Json;
  const plain: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(rest)) plain[key] = withoutDynamic(value, scope);
  for (const [label, blocks] of Object.entries(dynamic ?? {})) {
    const made = [blocks].flat().flatMap((block) => dynamicBlocks(label, block, scope));
    plain[label] = [plain[label] ?? [], made].flat();
  }
  return plain;
}

interface Dynamic {
  readonly for_each: unknown;
  readonly iterator?: string;
  readonly content: unknown;
}

function dynamicBlocks(label: string, { for_each: forEach, iterator = label, content }: Dynamic, scope: Scope) {
  return elements(evaluateJson(forEach, scope)).map((element, index) => {
    const value = Array.isArray(forEach) && element ? { key: index, value: element.value } : element;
    const inner = value ? { ...scope, [iterator]: value } : scope;
    return toJson(evaluateJson(withoutDynamic(content, inner), inner));
  });
}
