import { appendFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cdktfCli } from "../../../toolchain/cdktf-cli";
import { CommandError, run } from "../install/run";
import { PROJECT_DIR } from "../paths";

const CLI = join(PROJECT_DIR, "node_modules", cdktfCli(PROJECT_DIR));
const STACKS = "local-*";
/** A resource that got done, in a line such as `local-network  aws_vpc.main: Creation complete after 10s [id=…]`. */
const PROGRESS = /(\S+)(?: \(\S+\))?: (?:Creation|Modifications|Destruction) complete after/;

export interface CdktfRun {
  /** Where the synthesized stacks are; not the user's own cdktf.out, which may hold other environments. */
  readonly output: string;
  readonly env: NodeJS.ProcessEnv;
  /** Everything the CLI prints goes here. */
  readonly logFile: string;
  /** Called as resources get done. */
  readonly onProgress?: (done: string) => void;
}

/** Writes the local stacks' Terraform configuration. */
export const synthesize = (options: CdktfRun): Promise<void> => cdktf(["synth"], options);

/** Applies the stacks that were synthesized. */
export const deploy = (options: CdktfRun): Promise<void> =>
  cdktf(["deploy", STACKS, "--auto-approve", "--skip-synth"], options);

/** Destroys the stacks that were synthesized for the last deployment. */
export const destroy = (options: CdktfRun): Promise<void> =>
  cdktf(["destroy", STACKS, "--auto-approve", "--skip-synth"], options);

async function cdktf(args: readonly string[], { output, env, logFile, onProgress }: CdktfRun): Promise<void> {
  await mkdir(dirname(logFile), { recursive: true });
  const lines: string[] = [];
  let done = 0;
  const onLine = (line: string): void => {
    lines.push(line);
    const progress = PROGRESS.exec(line);
    if (progress) onProgress?.(`${++done} resources, last ${progress[1]}`);
  };
  try {
    await run(process.execPath, [CLI, ...args, "--output", output], { cwd: PROJECT_DIR, env, onLine });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const problems = lines.filter((line) => /│|Error/.test(line)).slice(-60);
    throw new Error(`cdktf ${args[0]} failed; ${logFile} has all of it.\n${problems.join("\n") || error.message}`);
  } finally {
    await appendFile(logFile, `$ cdktf ${args.join(" ")}\n${lines.join("\n")}\n`);
  }
}
