import type { ServiceModel } from "./service-model";
import { isStructure, join, type Report, type ShapeRef, type Value } from "./shape";

/** JSON of the wire under the model's member names. Members that the model does not have are reported, and left out. */
export function readJson(model: ServiceModel, ref: ShapeRef, value: unknown, path: string, report: Report): Value {
  const shape = model.shape(ref);
  if (value === null || value === undefined) return undefined;
  const wrong = (expected: string): undefined => {
    report("type", path, `${Array.isArray(value) ? "a list" : typeof value} where ${expected} is expected`);
    return undefined;
  };
  if (shape.type === "structure" && !shape.document) {
    if (!isStructure(value)) return wrong("a structure");
    const members = membersByWireName(shape.members ?? {});
    const known: [string, Value][] = [];
    for (const [key, each] of Object.entries(value)) {
      if (key === "__type") continue;
      const member = members.get(key);
      if (member) known.push([member.name, readJson(model, member.ref, each, join(path, member.name), report)]);
      else report("unknown", join(path, key), "the model has no such member");
    }
    return Object.fromEntries(known.filter(([, each]) => each !== undefined));
  }
  if (shape.type === "list") {
    if (!Array.isArray(value)) return wrong("a list");
    return value.map((each, index) => readJson(model, shape.member!, each, `${path}[${index}]`, report));
  }
  if (shape.type === "map") {
    if (!isStructure(value)) return wrong("a map");
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, readJson(model, shape.value!, each, join(path, key), report)]),
    );
  }
  return value;
}

/** Members of a body: those that travel elsewhere (path, query, header) are not among them. */
const membersByWireName = (members: Readonly<Record<string, ShapeRef>>) =>
  new Map(
    Object.entries(members)
      .filter(([, ref]) => ref.location === undefined)
      .map(([name, ref]) => [ref.locationName ?? name, { name, ref }]),
  );
