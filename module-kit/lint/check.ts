import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { parse } from "@babel/parser";
import { sourceFiles } from "../../toolchain/source-files";
import { MODULES } from "../publish/discover";
import { type Misuse, misusesIn } from "./misuses";

/** The misuses in a source of a module. @throws when it is not TypeScript. */
export const misusesOf = (code: string): Misuse[] =>
  misusesIn(parse(code, { sourceType: "module", plugins: ["typescript"] }), code);

/**
 * Looks through the sources of all modules for inputs that are used as plain values. In the published module an input is an expression, so
 * that such a use would come out the same for every user, whatever they give.
 *
 * @throws naming each place, what is wrong with it, and what to write instead.
 */
export function lintConstructors(folder: string = MODULES): void {
  const isSource = (file: string) => file.endsWith(".ts") && !file.endsWith(`${sep}cases.ts`);
  const found = sourceFiles(folder)
    .filter(isSource)
    .flatMap((file) =>
      misusesOf(readFileSync(file, "utf8")).map(
        ({ line, code, why }) => `modules/${relative(folder, file).replaceAll(sep, "/")}:${line}: \`${code}\` ${why}`,
      ),
    );
  if (found.length > 0)
    throw new Error(
      `inputs are Terraform expressions in the published module; plain JavaScript on them is not allowed:\n  ${found.join("\n  ")}`,
    );
}
