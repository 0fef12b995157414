import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { terraformEnv } from "../../terraform-cli/environment";
import { terraformSync } from "../../terraform-cli/run";
import { sourceFiles } from "../../toolchain/source-files";
import { MODULES } from "./discover";
import type { Files } from "./render";

/** Rendered files by module name. */
export type Rendered = Readonly<Record<string, Files>>;

/** The files as `terraform fmt` leaves them. @throws TerraformError when one is not valid HCL. */
export function formatted(modules: Rendered): Rendered {
  const folder = mkdtempSync(join(tmpdir(), "modules-"));
  try {
    for (const [name, files] of Object.entries(modules)) writeFiles(join(folder, name), files);
    terraformSync(["fmt", "-recursive", "-list=false"], folder, terraformEnv());
    return mapFiles(modules, (name, file) => readFileSync(join(folder, name, file), "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes what changed; returns the paths, relative to the modules' folder. */
export function writeModules(modules: Rendered, folder: string = MODULES): string[] {
  const stale = staleFiles(modules, folder);
  for (const [name, files] of Object.entries(modules)) writeFiles(join(folder, name), files);
  return stale;
}

/** The files that are missing or differ from what the modules' sources say. */
export function staleFiles(modules: Rendered, folder: string = MODULES): string[] {
  return Object.entries(modules).flatMap(([name, files]) =>
    Object.entries(files)
      .filter(([file, text]) => {
        const path = join(folder, name, file);
        return !existsSync(path) || readFileSync(path, "utf8") !== text;
      })
      .map(([file]) => `${name}/${file}`),
  );
}

/** What only a person may have put into a module's folder, in addition to what is generated. */
const OWN = /\.ts$|^examples\/|^tests\/(?!cases\.)[a-z-]+\.tftest\.hcl$/;

/** Files in the modules' folder that nothing generates: a reader would take them for parts of the modules. */
export function strayFiles(modules: Rendered, folder: string = MODULES): string[] {
  return sourceFiles(folder)
    .map((path) => relative(folder, path).replaceAll(sep, "/").split("/"))
    .filter((path) => path.length > 1)
    .filter(([name = "", ...rest]) => {
      const file = rest.join("/");
      return !OWN.test(file) && !(file in (modules[name] ?? {}));
    })
    .map((path) => path.join("/"));
}

function writeFiles(folder: string, files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

const mapFiles = (modules: Rendered, read: (name: string, file: string) => string): Rendered =>
  Object.fromEntries(
    Object.entries(modules).map(([name, files]) => [
      name,
      Object.fromEntries(Object.keys(files).map((file) => [file, read(name, file)])),
    ]),
  );
