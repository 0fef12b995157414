import { casesOf } from "../cases";
import { discoverModules } from "../publish/discover";
import type { Subject } from "./subject";

/** Every case of every module, or of the ones named. */
export function allSubjects(names?: readonly string[]): Subject[] {
  const modules = discoverModules().filter(({ name }) => !names || names.length === 0 || names.includes(name));
  return modules.flatMap((definition) =>
    Object.entries(casesOf(definition.name)).map(([caseName, inputs]) => ({ definition, caseName, inputs })),
  );
}
