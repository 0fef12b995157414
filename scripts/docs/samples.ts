import { readFileSync } from "node:fs";
import { join } from "node:path";

const SAMPLES = join(__dirname, "..", "..", "docs", "samples");

/** A sample as a file of modules/<name> has it, in a block of code. Samples lie a folder deeper, so their paths lose a step. */
export function sample(path: string): string {
  const text = readFileSync(join(SAMPLES, path), "utf8").replaceAll('"../../../', '"../../');
  return `\`\`\`ts\n${text.trimEnd()}\n\`\`\``;
}
