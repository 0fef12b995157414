import { casesOf } from "../cases";
import { discoverModules } from "../publish/discover";
import type { Subject } from "./subject";

/** Every case of every module, or of the ones named. @throws on a name that no module has. */
export function allSubjects(names: readonly string[] = []): Subject[] {
  const modules = discoverModules();
  const unknown = names.filter((name) => !modules.some((each) => each.name === name));
  if (unknown.length > 0) {
    throw new Error(`no module "${unknown.join('", "')}"; there are ${modules.map(({ name }) => name).join(", ")}`);
  }
  const wanted = names.length === 0 ? modules : modules.filter(({ name }) => names.includes(name));
  return wanted.flatMap((definition) =>
    Object.entries(casesOf(definition.name)).map(([caseName, inputs]) => ({ definition, caseName, inputs })),
  );
}
