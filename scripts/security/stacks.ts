import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expandStack, type StackJson } from "../../guardrails/expand";
import { synthesizeEveryStack } from "./synthesize";

/** File of each stack by its id. */
export type Stacks = Readonly<Record<string, string>>;

/**
 * Writes every stack of every environment as Terraform would plan it: loops and dynamic blocks written out.
 * checkov sees nothing inside a dynamic block, and gives up a whole file over some of them.
 */
export function writeStacks(folder: string): Stacks {
  const out = join(folder, "out");
  synthesizeEveryStack(folder, out);
  const { stacks }: { stacks: Record<string, { synthesizedStackPath: string }> } = JSON.parse(
    readFileSync(join(out, "manifest.json"), "utf8"),
  );
  return Object.fromEntries(
    Object.entries(stacks).map(([id, { synthesizedStackPath }]) => {
      const json: StackJson = JSON.parse(readFileSync(join(out, synthesizedStackPath), "utf8"));
      const directory = join(folder, "expanded", id);
      mkdirSync(directory, { recursive: true });
      const file = join(directory, "cdk.tf.json");
      writeFileSync(file, JSON.stringify(expanded(id, json), null, 2));
      return [id, file];
    }),
  );
}

/** The stack without loops: the first resource of one keeps the name, for others refer to it; `__1` and so on follow. */
export function expanded(id: string, { provider, ...json }: StackJson): object {
  const elements: Record<"resource" | "data", Record<string, Record<string, object>>> = { resource: {}, data: {} };
  for (const { address, type, body } of expandStack(id, json)) {
    const kind = type.startsWith("data.") ? "data" : "resource";
    const named = elements[kind];
    const plainType = type.replace(/^data\./, "");
    const name = address.slice(type.length + 1);
    named[plainType] ??= {};
    const same = Object.keys(named[plainType]).filter((other) => other.replace(/__\d+$/, "") === name).length;
    named[plainType][same === 0 ? name : `${name}__${same}`] = body;
  }
  return { provider, ...elements };
}

/** Address of the resource whose block holds a line of a file that {@link writeStacks} wrote; loops share one. */
export function addressAt(file: string, line: number): string {
  const keys: string[] = [];
  for (const text of readFileSync(file, "utf8").split("\n").slice(0, line)) {
    const [, indent, key] = /^( {2}| {4}| {6})"([^"]+)": /.exec(text) ?? [];
    if (indent && key) keys.splice(indent.length / 2 - 1, 3, key);
  }
  const [kind, type, name] = keys;
  return [...(kind === "data" ? ["data"] : []), type, name?.replace(/__\d+$/, "")].filter(Boolean).join(".");
}
