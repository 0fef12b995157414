import type { Report, Shape, Value } from "./shape";

const INTEGER = /^-?\d+$/;

/** A scalar that came as text (query, XML, header, path) under its model's type. */
export function readScalar(shape: Shape, text: string, path: string, report: Report): Value {
  const wrong = (): undefined => {
    report("type", path, `${JSON.stringify(text)} is not of type ${shape.type}`);
    return undefined;
  };
  switch (shape.type) {
    case "integer":
    case "long":
      return INTEGER.test(text) ? Number(text) : wrong();
    case "float":
    case "double":
      return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : wrong();
    case "boolean":
      return text === "true" || text === "false" ? text === "true" : wrong();
    default:
      return text;
  }
}
