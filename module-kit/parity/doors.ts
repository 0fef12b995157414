import { isShared } from "../current";
import { fromStack, inStack } from "./subject";

/** The construct in a stack, and the published module. */
export const DOORS = ["stack", "module"] as const;
export type Door = (typeof DOORS)[number];

/** The address within the root of an element of the published module, through either door. */
export const addressOf = (key: string, door: Door, element: string): string =>
  `module.${key}_${door}.${door === "stack" ? inStack(element) : element}`;

/** Values by address, as the published module calls them. A shared data source has no arguments: its use shows in the others. */
export function instancesOf(all: readonly { address: string; values: unknown }[], key: string, door: Door) {
  const prefix = `module.${key}_${door}.`;
  const own = all.filter(({ address }) => address.startsWith(prefix) && !isShared(address.slice(prefix.length)));
  return Object.fromEntries(
    own.map(({ address, values }) => {
      const local = address.slice(prefix.length);
      return [door === "stack" ? fromStack(local) : local, values];
    }),
  );
}
