import { existsSync } from "node:fs";
import { join } from "node:path";

/** The CLI of CDKTF, or of its successor cdktn where the project has been migrated (docs/CDKTN.md): a package and a path in it each. */
const PROGRAMS = ["cdktf-cli/bundle/bin/cdktf", "cdktn-cli/bundle/bin/cdktn.js"] as const;

/**
 * The CLI's program within node_modules, to be run by Node.
 *
 * @throws when neither package is installed.
 */
export function cdktfCli(root: string): string {
  const found = PROGRAMS.find((program) => existsSync(join(root, "node_modules", program)));
  if (!found) throw new Error(`neither cdktf-cli nor cdktn-cli is in ${join(root, "node_modules")}: run "npm ci"`);
  return found;
}
