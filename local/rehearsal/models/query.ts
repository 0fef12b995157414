import { readScalar } from "./scalar";
import type { ServiceModel } from "./service-model";
import { join, type Report, type Shape, type ShapeRef, type Value } from "./shape";

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * Reads AWS's query protocol and EC2's variant of it, where lists are always flat and names follow other rules
 * (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html, …/aws-ec2-query-protocol.html).
 */
export class QueryReader {
  private readonly used = new Set<string>();

  constructor(
    private readonly model: ServiceModel,
    private readonly parameters: ReadonlyMap<string, string>,
    private readonly report: Report,
  ) {}

  private get ec2(): boolean {
    return this.model.metadata.protocol === "ec2";
  }

  /** The operation's input; parameters that the model does not have are reported. */
  read(input: ShapeRef | undefined): Value {
    const value = input ? (this.value(input, "", "") ?? {}) : {};
    for (const [name, text] of this.parameters) {
      if (!this.used.has(name)) {
        this.report("unknown", name, `the model has no such parameter (value ${JSON.stringify(text.slice(0, 60))})`);
      }
    }
    return value;
  }

  private value(ref: ShapeRef, prefix: string, path: string): Value {
    const shape = this.model.shape(ref);
    switch (shape.type) {
      case "structure":
        return this.structure(shape, prefix, path);
      case "list":
        return this.list(shape, ref, prefix, path);
      case "map":
        return this.map(shape, ref, prefix, path);
      default: {
        const text = this.take(prefix);
        return text === undefined ? undefined : readScalar(shape, text, path, this.report);
      }
    }
  }

  private take(name: string): string | undefined {
    const text = this.parameters.get(name);
    if (text !== undefined) this.used.add(name);
    return text;
  }

  private present(prefix: string): boolean {
    return this.parameters.has(prefix) || [...this.parameters.keys()].some((name) => name.startsWith(`${prefix}.`));
  }

  private structure(shape: Shape, prefix: string, path: string): Value {
    if (prefix && !this.present(prefix)) return undefined;
    const members = Object.entries(shape.members ?? {}).map(([name, ref]): [string, Value] => {
      const key = this.nameOf(name, ref);
      return [name, this.value(ref, prefix ? `${prefix}.${key}` : key, join(path, name))];
    });
    const given = members.filter(([, value]) => value !== undefined);
    return given.length > 0 || !prefix ? Object.fromEntries(given) : undefined;
  }

  private nameOf(name: string, ref: ShapeRef): string {
    if (this.ec2) return ref.queryName ?? capitalized(ref.locationName ?? name);
    const shape = this.model.shape(ref);
    const flat = shape.type === "list" && (shape.flattened || ref.flattened);
    return (flat && shape.member?.locationName) || (ref.locationName ?? name);
  }

  private list(shape: Shape, ref: ShapeRef, prefix: string, path: string): Value {
    if (this.parameters.get(prefix) === "") {
      this.used.add(prefix);
      return [];
    }
    const flat = this.ec2 || shape.flattened || ref.flattened;
    const base = flat ? prefix : `${prefix}.${shape.member?.locationName ?? "member"}`;
    const numbers = this.numbers(base);
    if (numbers.length === 0) return undefined;
    if (numbers.some((number, index) => number !== index + 1)) {
      this.report("type", path, `the list's numbers are ${numbers.join(", ")}`);
    }
    return numbers.map((number, index) => this.value(shape.member!, `${base}.${number}`, `${path}[${index}]`));
  }

  private numbers(base: string): number[] {
    const found = new Set<number>();
    for (const name of this.parameters.keys()) {
      if (!name.startsWith(`${base}.`)) continue;
      const first = name.slice(base.length + 1).split(".")[0] as string;
      if (/^\d+$/.test(first)) found.add(Number(first));
    }
    return [...found].sort((a, b) => a - b);
  }

  private map(shape: Shape, ref: ShapeRef, prefix: string, path: string): Value {
    const base = shape.flattened || ref.flattened ? prefix : `${prefix}.entry`;
    const keyName = shape.key?.locationName ?? "key";
    const valueName = shape.value?.locationName ?? "value";
    const entries: [string, Value][] = [];
    for (let number = 1; ; number++) {
      const key = this.take(`${base}.${number}.${keyName}`);
      if (key === undefined) break;
      entries.push([key, this.value(shape.value!, `${base}.${number}.${valueName}`, join(path, key))]);
    }
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }
}
