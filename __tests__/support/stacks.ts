import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { environmentNames, loadEnvironment } from "../../envs/load";
import { expandStack, type StackJson } from "../../guardrails/expand";
import type { Body, Resource } from "../../guardrails/resource";

/** What the run's global set-up has synthesized. */
const OUT = join(process.env.SYNTHESIZED_STACKS!, "out");

const read = (path: string) => JSON.parse(readFileSync(join(OUT, path), "utf8"));

/** The manifest's stacks: where each is and which others it needs. */
export const manifest: Record<string, { dependencies: string[]; synthesizedStackPath: string }> =
  read("manifest.json").stacks;

/** Every environment, by name. */
export const environments = Object.fromEntries(environmentNames().map((name) => [name, loadEnvironment(name)]));
export const names = Object.keys(environments);

/** File of a synthesized stack. */
export const stackFile = (id: string): string => join(OUT, manifest[id]!.synthesizedStackPath);

/** Folder that Terraform runs in for a stack. */
export const stackFolder = (id: string): string => dirname(stackFile(id));

/** A synthesized stack, as its file has it. */
export const stackJson = (id: string): StackJson => read(manifest[id]!.synthesizedStackPath);

/** A stack's resources and data sources of a type, loops and dynamic blocks written out. */
export const resources = (id: string, type: string): Resource[] =>
  expandStack(id, stackJson(id)).filter((resource) => resource.type === type);

/** Arguments of the only resource of a type in a stack. @throws when there are none or several. */
export function only(id: string, type: string): Body {
  const found = resources(id, type);
  if (found.length !== 1) throw new Error(`${id} has ${found.length} of ${type}`);
  return found[0]!.body;
}

/** Arguments of the resource at an address. @throws when it is not there. */
export function body(id: string, address: string): Body {
  const found = expandStack(id, stackJson(id)).find((resource) => resource.address === address);
  if (!found) throw new Error(`${id} has no ${address}`);
  return found.body;
}
