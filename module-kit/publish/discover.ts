import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { sourceNames } from "../../toolchain/source-files";
import type { AnyModule } from "./elements";

/** The folder of the modules. */
export const MODULES = resolve(__dirname, "..", "..", "modules");

/**
 * Every module of `folder`, by name.
 *
 * @throws when a folder exports no definition, or one with another name.
 */
export function discoverModules(folder: string = MODULES): AnyModule[] {
  const names = sourceNames(folder).filter((name) => existsSync(join(folder, name, "index.ts")));
  return names.map((name) => {
    const exported = Object.entries(require(join(folder, name)) as Record<string, unknown>);
    const definition = exported.find(([key]) => key.endsWith("Module"))?.[1] as AnyModule | undefined;
    if (!definition)
      throw new Error(`modules/${name}/index.ts exports no definition: export const …Module = defineModule({ … })`);
    if (definition.name !== name)
      throw new Error(`modules/${name} calls itself ${definition.name}: a module has its folder's name`);
    return definition;
  });
}
