import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A synthesized stack's resources by type and name, as far as they are read here. */
interface SynthesizedStack {
  readonly resource?: Record<string, Record<string, Record<string, unknown>>>;
}

/** Directories of the synthesized stacks. */
export async function stackDirectories(output: string): Promise<string[]> {
  const stacks = join(output, "stacks");
  return (await readdir(stacks)).sort().map((name) => join(stacks, name));
}

/** Finds resources in what was synthesized, which is what was deployed. */
export async function synthesizedResources(output: string, type: string): Promise<Record<string, unknown>[]> {
  const directories = await stackDirectories(output);
  const stacks = await Promise.all(
    directories.map(async (dir) => JSON.parse(await readFile(join(dir, "cdk.tf.json"), "utf8")) as SynthesizedStack),
  );
  return stacks.flatMap((stack) => Object.values(stack.resource?.[type] ?? {}));
}
