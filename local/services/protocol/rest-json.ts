import type { Service } from "./json-target";
import type { Operation } from "./operation";
import type { AwsRequest } from "./request";

/** `METHOD /path/{label}`; every label is one percent-encoded segment. */
export type RouteKey = `${"GET" | "PUT" | "POST" | "PATCH" | "DELETE"} /${string}`;

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly labels: readonly string[];
  readonly operation: Operation;
}

function compile(key: string, operation: Operation): Route {
  const [method = "", path = ""] = key.split(" ", 2);
  const labels: string[] = [];
  const source = path.replace(/\{(\w+)\}/g, (_, label: string) => {
    labels.push(label);
    return "([^/]+)";
  });
  return { method, pattern: new RegExp(`^${source}/?$`), labels, operation };
}

/** A query's members: a name that is repeated becomes a list. */
function members(query: URLSearchParams): Record<string, unknown> {
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

/**
 * A service that speaks REST-JSON. An operation's input is the body's members, the query's and the path's labels together
 * (https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html).
 */
export function restJsonService(name: string, operations: Readonly<Partial<Record<RouteKey, Operation>>>): Service {
  const routes = Object.entries(operations).map(([key, operation]) => compile(key, operation as Operation));
  return {
    name,
    handle({ method, path, query, target, body }: AwsRequest) {
      if (target) return undefined;
      for (const route of routes) {
        const match = route.method === method ? route.pattern.exec(path) : null;
        if (!match) continue;
        const labels = route.labels.map((label, i) => [label, decodeURIComponent(match[i + 1] ?? "")]);
        return route.operation.run({ ...body, ...members(query), ...Object.fromEntries(labels) });
      }
      return undefined;
    },
  };
}
