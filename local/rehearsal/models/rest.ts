import { readJson } from "./json";
import type { AwsRequest } from "./request";
import { findRoute, type Match } from "./route";
import { readScalar } from "./scalar";
import type { ServiceModel } from "./service-model";
import { isStructure, type Report, type Shape, type ShapeRef, type Structure, type Value } from "./shape";
import { parseXml, readXml } from "./xml";

/** Headers that belong to signing and transport, not to an operation. */
const COMMON_HEADER =
  /^x-amz-(date|content-sha256|security-token|user-agent|target|trailer|decoded-content-length|checksum-.*|sdk-checksum-algorithm)$/;

/** The operation and parameters of a request in the rest-json or rest-xml protocol; nothing when no operation has its address. */
export function readRest(model: ServiceModel, request: AwsRequest, report: Report): [string, Structure] | undefined {
  const match = findRoute(model, request);
  if (!match) return undefined;
  const input = model.input(match.operation);
  const used = { query: new Set(match.fixed), headers: new Set<string>() };
  const located = Object.entries(input.members ?? {}).map(([name, ref]): [string, Value] => [
    name,
    readLocated(model, name, ref, match, request, used, report),
  ]);
  for (const name of match.query.keys()) {
    if (!used.query.has(name) && name !== "x-id")
      report("unknown", `?${name}`, "the model has no such query parameter");
  }
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith("x-amz-") && !used.headers.has(name) && !COMMON_HEADER.test(name)) {
      report("unknown", `header ${name}`, "the model has no such header");
    }
  }
  const parameters = { ...Object.fromEntries(located), ...readBody(model, match.operation, input, request, report) };
  return [match.operation, Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined))];
}

/** A member that travels in the path, the query or a header. */
function readLocated(
  model: ServiceModel,
  member: string,
  ref: ShapeRef,
  { labels, query }: Match,
  { headers }: AwsRequest,
  used: { readonly query: Set<string>; readonly headers: Set<string> },
  report: Report,
): Value {
  const name = ref.locationName ?? member;
  const shape = model.shape(ref);
  const scalar = (text: string, of: Shape = shape): Value => readScalar(of, text, member, report);
  if (ref.location === "uri") {
    const text = labels.get(name);
    return text === undefined ? undefined : scalar(text);
  }
  if (ref.location === "querystring") {
    if (shape.type === "map") {
      const rest = [...query].filter(([key]) => !used.query.has(key));
      for (const [key] of rest) used.query.add(key);
      return Object.fromEntries(rest.map(([key, [value]]) => [key, value]));
    }
    const values = query.get(name);
    if (!values) return undefined;
    used.query.add(name);
    if (shape.type === "list") return values.map((value) => scalar(value, model.shape(shape.member!)));
    return scalar(values[0] as string);
  }
  if (ref.location === "headers") {
    const prefix = name.toLowerCase();
    const own = Object.entries(headers).filter(([header]) => header.startsWith(prefix));
    for (const [header] of own) used.headers.add(header);
    return own.length > 0
      ? Object.fromEntries(own.map(([header, value]) => [header.slice(prefix.length), value]))
      : undefined;
  }
  if (ref.location !== "header") return undefined;
  const text = headers[name.toLowerCase()];
  if (text === undefined) return undefined;
  used.headers.add(name.toLowerCase());
  return shape.type === "list" ? text.split(",").map((item) => item.trim()) : scalar(text);
}

function readBody(
  model: ServiceModel,
  operation: string,
  input: Shape,
  request: AwsRequest,
  report: Report,
): Structure {
  const body = request.body ?? "";
  const read = (ref: ShapeRef, path: string): Value =>
    model.metadata.protocol === "rest-xml" ? xml(model, ref, body, path, report) : json(model, ref, body, path, report);
  const { payload } = input;
  if (!payload) {
    const ref = model.operations[operation]?.input;
    const value = ref && body.trim() ? read(ref, "") : undefined;
    return isStructure(value) ? value : {};
  }
  const ref = input.members![payload]!;
  const { type } = model.shape(ref);
  if (type === "blob") return request.size > 0 ? { [payload]: Buffer.alloc(0) } : {};
  if (type === "string") return { [payload]: body };
  return body.trim() ? { [payload]: read(ref, payload) } : {};
}

function json(model: ServiceModel, ref: ShapeRef, body: string, path: string, report: Report): Value {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    report("type", path, `the body is not JSON: ${(error as Error).message}`);
    return undefined;
  }
  return readJson(model, ref, value, path, report);
}

function xml(model: ServiceModel, ref: ShapeRef, body: string, path: string, report: Report): Value {
  const root = parseXml(body, report);
  if (!root) return undefined;
  const expected = ref.locationName ?? model.shape(ref).locationName ?? path;
  if (expected && root.localName !== expected) {
    report("unknown", path, `the root element is ${root.localName}, the model's is ${expected}`);
  }
  return readXml(model, ref, root, path, report);
}
