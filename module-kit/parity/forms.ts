import { isShared } from "../current";
import { fromStack, inStack } from "./subject";

/** The construct in a stack, and the published module. */
export const FORMS = ["stack", "module"] as const;
export type Form = (typeof FORMS)[number];

/** The address within the root of an element of the published module, in either form. */
export const addressOf = (key: string, form: Form, element: string): string =>
  `module.${key}_${form}.${form === "stack" ? inStack(element) : element}`;

/** Values by address, as the published module calls them. A shared data source has no arguments: its use shows in the others. */
export function instancesOf(all: readonly { address: string; values: unknown }[], key: string, form: Form) {
  const prefix = `module.${key}_${form}.`;
  const own = all.filter(({ address }) => address.startsWith(prefix) && !isShared(address.slice(prefix.length)));
  return Object.fromEntries(
    own.map(({ address, values }) => {
      const local = address.slice(prefix.length);
      return [form === "stack" ? fromStack(local) : local, values];
    }),
  );
}
