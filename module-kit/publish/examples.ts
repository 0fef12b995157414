import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MODULES } from "./discover";

/** What every module has: the smallest sensible use, and one with most inputs. */
export const EXAMPLES = ["basic", "complete"] as const;

/** The text of each example's main.tf, which is written by hand. */
export type Examples = Readonly<Record<(typeof EXAMPLES)[number], string>>;

/** @throws when an example is missing. */
export function examplesOf(name: string, folder: string = MODULES): Examples {
  const read = (example: string) => {
    const path = join(folder, name, "examples", example, "main.tf");
    if (!existsSync(path)) throw new Error(`modules/${name}/examples/${example}/main.tf is missing: ${HOW}`);
    return readFileSync(path, "utf8");
  };
  return { basic: read("basic"), complete: read("complete") };
}

const HOW = 'write it by hand (docs/MODULES.md, "Writing the examples")';

/** The calls of the module that an example belongs to; its siblings' have another source. */
export const ownCalls = (example: string): string[] =>
  example.match(/^module "\w+" \{\n {2}source\s+= "\.\.\/\.\."\n[\s\S]*?^\}\n/gm) ?? [];

/**
 * The module's call in its basic example, with the address that another repository uses.
 *
 * @throws when the example does not call its module exactly once.
 */
export function usageOf({ basic }: Examples, address: string): string {
  const [call, ...others] = ownCalls(basic);
  if (!call || others.length > 0) {
    throw new Error(
      `examples/basic/main.tf calls its module ${others.length + (call ? 1 : 0)} times: source = "../.."`,
    );
  }
  return call.replace('"../.."', `"${address}"`);
}

/**
 * What an example makes: the comment that it begins with, on one line.
 *
 * @throws when it begins otherwise.
 */
export function purposeOf(example: string): string {
  const comment = /^(?:# .*\n)+/.exec(example)?.[0];
  if (!comment) throw new Error("an example's main.tf begins with a comment that says what it makes");
  return comment.replace(/^# /gm, "").trim().replace(/\n/g, " ");
}
