import { resourcesOf, type State } from "../../terraform-cli/test";
import { addressOf } from "./forms";
import type { LaidOut } from "./root";

/** Elements that stand in no case, so that their arguments were never compared: `<module>: <address>`. */
export function unreachedElements(cases: readonly LaidOut[], state: State): string[] {
  const reached = new Set(resourcesOf(state).map(({ address }) => address.replace(/\[.*$/, "")));
  const missing = new Map<string, boolean>();
  for (const { subject, key, elements } of cases) {
    for (const element of elements) {
      const name = `${subject.definition.name}: ${element}`;
      missing.set(name, (missing.get(name) ?? true) && !reached.has(addressOf(key, "module", element)));
    }
  }
  return [...missing].filter(([, isMissing]) => isMissing).map(([name]) => name);
}
