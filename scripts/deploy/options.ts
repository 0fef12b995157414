import { parseArgs } from "node:util";
import { environmentNames, loadEnvironment } from "../../envs/load";
import type { Environment } from "../../envs/schema";

/** What `npm run deploy` was asked for. */
export interface DeployOptions {
  readonly environment: Environment;
  /** Stacks by their short names, such as `network`; all of the environment's when there are none. */
  readonly stacks: readonly string[];
  /** Whether plans are applied without a question. */
  readonly yes: boolean;
  /** Whether that holds for plans with warnings as well, such as one that loses data. */
  readonly acceptWarnings: boolean;
  /** Id of the lock that may be removed. */
  readonly unlock: string | undefined;
  readonly skipPreflight: boolean;
  /** Whether the job is changed without a snapshot of it, as where it is too broken to make one. */
  readonly skipSnapshot: boolean;
}

const OPTIONS = {
  yes: { type: "boolean", default: false },
  "accept-warnings": { type: "boolean", default: false },
  unlock: { type: "string" },
  stack: { type: "string", multiple: true, default: [] as string[] },
  "skip-preflight": { type: "boolean", default: false },
  "skip-snapshot": { type: "boolean", default: false },
} as const;

const usage = (): string =>
  "Usage: npm run deploy -- <environment> [--yes] [--accept-warnings] [--stack <name>]… [--unlock <lock's id>] [--skip-preflight] [--skip-snapshot]; " +
  `the environment is one of ${environmentNames().join(", ")}.`;

/**
 * Reads the arguments of `npm run deploy`.
 * @param interactive Whether somebody can answer a question.
 * @throws with one sentence, and how to call the command, for an unknown option or environment, or where a question could not be answered
 */
export function deployOptions(args: readonly string[], interactive: boolean): DeployOptions {
  const { values, positionals } = parse(args);
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new Error(usage());
  const environment = loadEnvironment(name);
  if (!interactive && !values.yes) {
    throw new Error(
      `Nobody can confirm the plans here, since this is no terminal: read \`npm run plan -- ${name}\`, then use \`npm run deploy -- ${name} --yes\`.`,
    );
  }
  if (values["accept-warnings"] && !values.yes) throw new Error(`--accept-warnings goes with --yes. ${usage()}`);
  return {
    environment,
    stacks: values.stack,
    yes: values.yes,
    acceptWarnings: values["accept-warnings"],
    unlock: values.unlock,
    skipPreflight: values["skip-preflight"],
    skipSnapshot: values["skip-snapshot"],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Error(`${(error as Error).message.split(". ")[0]}. ${usage()}`);
  }
}
