import path from "node:path";
import { build } from "esbuild";
import { leaveOut } from "./leave-out";

/** A function as one file of JavaScript. */
export interface Compiled {
  readonly code: Uint8Array;
  /** Not deployed: to read a stack trace with. */
  readonly sourceMap: Uint8Array;
}

/**
 * Bundles functions into one CommonJS file each.
 *
 * @param root the project's folder, which paths in the output are relative to
 */
export async function compile<Name extends string>(root: string, names: readonly Name[]): Promise<Map<Name, Compiled>> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: `handlers/${name}/handler.ts`, out: name })),
    outdir: "out",
    write: false,
    bundle: true,
    minify: true,
    sourcemap: "external",
    legalComments: "none",
    platform: "node",
    target: "node20",
    format: "cjs",
    mainFields: ["module", "main"],
    // Lambda's Node runtimes bring the clients of the AWS SDK (https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html).
    external: ["@aws-sdk/client-*"],
    plugins: [leaveOut(root)],
    logLevel: "silent",
  });
  const contents = (file: string) => {
    const output = outputFiles.find((candidate) => path.basename(candidate.path) === file);
    if (!output) throw new Error(`esbuild wrote no ${file}`);
    return output.contents;
  };
  return new Map(names.map((name) => [name, { code: contents(`${name}.js`), sourceMap: contents(`${name}.js.map`) }]));
}
