import { cpSync } from "node:fs";
import { basename, join } from "node:path";
import { MODULES } from "../../../../module-kit/publish/discover";

/** Copies a published module without its tests and examples to `<folder>/modules/<name>`; returns the source by which `folder` calls it. */
export function copyModule(name: string, folder: string): string {
  const from = join(MODULES, name);
  const filter = (path: string) => path === from || /\.tf$/.test(basename(path));
  cpSync(from, join(folder, "modules", name), { recursive: true, filter });
  return `./modules/${name}`;
}
