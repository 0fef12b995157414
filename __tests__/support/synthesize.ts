/** Synthesizes every environment's stacks into the folder that is given: `node --import tsx synthesize.ts <folder>`. */
import { join, resolve } from "node:path";
import { synthesizeEveryStack } from "../../scripts/security/synthesize";

const folder = resolve(process.argv[2]!);
synthesizeEveryStack(folder, join(folder, "out"));
