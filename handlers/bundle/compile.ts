import { build } from "esbuild";
import type { KafkaUse } from "../shared/function";
import { leaveOut } from "./leave-out";

/** A function as one file of JavaScript. */
export interface Compiled {
  readonly code: Uint8Array;
  /** Not deployed: to read a stack trace with. */
  readonly sourceMap: Uint8Array;
}

/**
 * Bundles a function into one CommonJS file.
 *
 * @param root the project's folder, which paths in the output are relative to
 * @param name the function's folder in handlers/
 * @param use what the function does with Kafka; undefined if it does not know Kafka
 */
export async function compile(root: string, name: string, use: KafkaUse | undefined): Promise<Compiled> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`handlers/${name}/handler.ts`],
    outfile: `${name}.js`,
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
    plugins: [leaveOut(root, use)],
    logLevel: "silent",
  });
  const contents = (extension: string) => outputFiles.find((file) => file.path.endsWith(extension))!.contents;
  return { code: contents(".js"), sourceMap: contents(".js.map") };
}
