import { existsSync } from "node:fs";
import { join } from "node:path";
import type * as z from "zod";
import { MODULES } from "./publish/discover";

/**
 * Inputs that show a module at work, in modules/<name>/cases.ts. The construct and the module must plan the same for each; together they reach every
 * resource and every toggle. The minimal one gives only what is required, and is the module's example of use.
 */
export type Cases<S extends z.ZodObject> = {
  readonly minimal: z.input<S>;
  readonly full: z.input<S>;
  readonly [name: string]: z.input<S>;
};

/** Inputs by case. */
export type AnyCases = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The cases of a module. @throws when it has none. */
export function casesOf(name: string, folder: string = MODULES): AnyCases {
  const file = join(folder, name, "cases");
  if (!existsSync(`${file}.ts`))
    throw new Error(`modules/${name} has no cases.ts: export const cases: Cases<typeof inputs> = { minimal, full }`);
  return (require(file) as { cases: AnyCases }).cases;
}

/**
 * Inputs of a module that each keep their own rules and together break a `precondition`, by what is wrong with them; `invalid` in
 * modules/<name>/cases.ts. A test shows that both forms refuse them with the message.
 */
export type Invalid<S extends z.ZodObject> = Readonly<
  Record<string, { readonly inputs: z.input<S>; readonly message: string }>
>;

/** The invalid inputs of a module; none where it has no precondition. */
export function invalidOf(name: string, folder: string = MODULES): AnyInvalid {
  return (require(join(folder, name, "cases")) as { invalid?: AnyInvalid }).invalid ?? {};
}

/** Invalid inputs of any module. */
export type AnyInvalid = Invalid<z.ZodObject>;
