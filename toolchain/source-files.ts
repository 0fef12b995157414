import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Whether a file of this name was written on purpose. Editors and file systems leave others next to it: locks (`.#core.ts`), backups
 * (`core.ts~`, `#core.ts#`) and resource forks (`._core.ts`), some of which cannot even be read.
 */
export const isSourceFile = (name: string): boolean => !/^[.#]|[~#]$/.test(name);

/** Names in `folder` that were written on purpose, in the order of their code units: the same on every machine. */
export const sourceNames = (folder: string): string[] => readdirSync(folder).filter(isSourceFile).sort();

/** Every source file below `folder`, as paths that start with it, sorted. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => isSourceFile(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sourceFiles(path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}
