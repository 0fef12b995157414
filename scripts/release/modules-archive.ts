import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { archive } from "../../handlers/bundle/archive";

/** What a Terraform team uses; the sources that it is generated from stay in the repository. */
const TERRAFORM = /\.(tf|hcl|md|sql)$/;

/**
 * Every module and `examples/pipeline` as a zip in the registry's layout: `modules/<name>` with README, examples and tests, and the licence.
 *
 * @see https://developer.hashicorp.com/terraform/language/modules/develop/structure
 */
export function modulesArchive(root: string): Uint8Array {
  const files = ["modules", "examples"].flatMap((folder) => filesBelow(join(root, folder)));
  const names = files.map((file) => relative(root, file).split(sep).join("/")).sort();
  const entries = ["LICENSE", "README.md", "UPGRADING.md", ...names].map(
    (name) => [name, readFileSync(join(root, name))] as const,
  );
  return archive(Object.fromEntries(entries));
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && TERRAFORM.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    // What Terraform leaves behind in a folder is nobody else's.
    .filter((path) => !path.split(sep).includes(".terraform") && !path.endsWith(".terraform.lock.hcl"));
