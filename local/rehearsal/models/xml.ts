import { DOMParser, type Element } from "@xmldom/xmldom";
import { readScalar } from "./scalar";
import type { ServiceModel } from "./service-model";
import { join, type Report, type Shape, type ShapeRef, type Value } from "./shape";

/** The document's element, or nothing (and a finding) where the text is not XML. */
export function parseXml(text: string, report: Report): Element | undefined {
  try {
    const problems: string[] = [];
    const parser = new DOMParser({ onError: (_level, message) => problems.push(message) });
    const root = parser.parseFromString(text, "text/xml").documentElement;
    if (root && problems.length === 0) return root;
    report("type", "", `the body is not XML: ${problems[0] ?? "it has no element"}`);
  } catch (error) {
    report("type", "", `the body is not XML: ${(error as Error).message}`);
  }
  return undefined;
}

/** An XML element under the model's names. Elements that the model does not have are reported, and left out. */
export function readXml(model: ServiceModel, ref: ShapeRef, element: Element, path: string, report: Report): Value {
  const shape = model.shape(ref);
  if (shape.type === "structure") return readStructure(model, shape, element, path, report);
  if (shape.type === "list") {
    const name = shape.member?.locationName ?? "member";
    for (const child of elements(element)) {
      if (child.localName !== name)
        report("unknown", join(path, `${child.localName}`), `this list's elements are called ${name}`);
    }
    const items = elements(element).filter((child) => child.localName === name);
    return items.map((child, index) => readXml(model, shape.member!, child, `${path}[${index}]`, report));
  }
  if (shape.type === "map")
    throw new Error(`the model of ${model.name} has a map in XML (${ref.shape}), which is not read here`);
  return readScalar(shape, element.textContent ?? "", path, report);
}

function readStructure(model: ServiceModel, shape: Shape, element: Element, path: string, report: Report): Value {
  const children = new Map<string, Element[]>();
  for (const child of elements(element)) {
    const name = `${child.localName}`;
    children.set(name, [...(children.get(name) ?? []), child]);
  }
  const take = (name: string): Element[] => {
    const found = children.get(name) ?? [];
    children.delete(name);
    return found;
  };
  const members = Object.entries(shape.members ?? {}).map(([name, ref]): [string, Value] => {
    const at = join(path, name);
    if (ref.location) return [name, undefined];
    if (ref.xmlAttribute) return [name, element.getAttribute(ref.locationName ?? name) ?? undefined];
    const inner = model.shape(ref);
    if (inner.type === "list" && (inner.flattened || ref.flattened)) {
      const items = take(ref.locationName ?? inner.member?.locationName ?? name);
      const read = items.map((child, index) => readXml(model, inner.member!, child, `${at}[${index}]`, report));
      return [name, read.length > 0 ? read : undefined];
    }
    const [first, ...more] = take(ref.locationName ?? name);
    if (more.length > 0) report("type", at, `${more.length + 1} elements where one is expected`);
    return [name, first && readXml(model, ref, first, at, report)];
  });
  for (const name of children.keys()) report("unknown", join(path, name), "the model has no such element");
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

const elements = (element: Element): Element[] =>
  [...element.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
