import type { AwsRequest } from "./request";
import type { ServiceModel } from "./service-model";

/** Query parameters; a name that comes several times has several values. */
export type Query = ReadonlyMap<string, readonly string[]>;

/** An operation whose method, path and required parameters a request has. */
export interface Match {
  readonly operation: string;
  /** Values of the path's labels, decoded. */
  readonly labels: ReadonlyMap<string, string>;
  readonly query: Query;
  /** Names of the query parameters that belong to the operation's address, such as `versioning`. */
  readonly fixed: ReadonlySet<string>;
}

interface Route {
  readonly operation: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly labels: readonly string[];
  readonly fixed: Query;
  /** Length of the path without its labels: of several that match, the most specific one is meant. */
  readonly literal: number;
}

const routes = new WeakMap<ServiceModel, readonly Route[]>();

/** The REST operation that a request is for; nothing when the model has none. */
export function findRoute(model: ServiceModel, request: AwsRequest): Match | undefined {
  const [path = "", queryText = ""] = split(request.path);
  const query = parseQuery(queryText);
  const table = routes.get(model) ?? Object.keys(model.operations).map((operation) => routeOf(model, operation));
  routes.set(model, table);
  const candidates = table
    .filter(({ method }) => method === request.method)
    .flatMap((route) => {
      const found = route.pattern.exec(path);
      return found && hasFixed(route, query) && hasRequired(model, route, query, request) ? [{ route, found }] : [];
    })
    .sort((a, b) => compare(rank(model, b.route), rank(model, a.route)));
  const [best] = candidates;
  if (!best) return undefined;
  const { operation, labels, fixed } = best.route;
  const values = labels.map((label, index) => [label, decode(best.found[index + 1] ?? "")] as const);
  return { operation, query, labels: new Map(values), fixed: new Set(fixed.keys()) };
}

function routeOf(model: ServiceModel, operation: string): Route {
  const { method, requestUri } = model.operations[operation]!.http;
  const [path = "", query = ""] = split(requestUri);
  const labels: string[] = [];
  const source = path.split(/(\{[^}]+\})/).map((part) => {
    if (!part.startsWith("{")) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    labels.push(part.slice(1, -1).replace("+", ""));
    return part.endsWith("+}") ? "(.+)" : "([^/]+)";
  });
  const literal = path.replace(/\{[^}]+\}/g, "").length;
  return {
    operation,
    method,
    labels,
    literal,
    pattern: new RegExp(`^${source.join("")}/?$`, "s"),
    fixed: parseQuery(query),
  };
}

const hasFixed = ({ fixed }: Route, query: Query): boolean =>
  [...fixed].every(([name, [value]]) => query.has(name) && (!value || query.get(name)?.[0] === value));

/** S3 tells operations of one address apart by the parameters and headers that each of them requires. */
function hasRequired(model: ServiceModel, route: Route, query: Query, request: AwsRequest): boolean {
  return required(model, route.operation).every(({ location, name }) => {
    if (location === "querystring") return query.has(name);
    return location !== "header" || model.name !== "s3" || name.toLowerCase() in request.headers;
  });
}

function required(model: ServiceModel, operation: string): { location?: string; name: string }[] {
  const { members = {}, required: names = [] } = model.input(operation);
  return names.map((name) => ({ location: members[name]?.location, name: members[name]?.locationName ?? name }));
}

function rank(model: ServiceModel, { operation, fixed, literal, labels }: Route): number[] {
  const parameters = required(model, operation).filter(
    ({ location }) => location === "querystring" || location === "header",
  );
  return [model.operations[operation]?.deprecated ? 0 : 1, fixed.size + parameters.length, literal, -labels.length];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, i) => value !== b[i]);
  return index < 0 ? 0 : a[index]! - b[index]!;
}

function split(uri: string): [string, string] {
  const mark = uri.indexOf("?");
  return mark < 0 ? [uri, ""] : [uri.slice(0, mark), uri.slice(mark + 1)];
}

export function parseQuery(text: string): Query {
  const query = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) query.set(name, [...(query.get(name) ?? []), value]);
  return query;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
