import { existsSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadEnvironment } from "../../envs/load";
import type { Environment } from "../../envs/schema";

export const USAGE = `npm run rehearse -- <environment> [--change <file>] [--interrupt] [--policies <folder>]
    --change <file>       after the deployment, applies the environment with this file's fields over it
    --interrupt           ends Terraform in the middle of applying, by INT, TERM and KILL, and continues
    --policies <folder>   writes deploy.<environment>.json and plan.<environment>.json, the rights that were needed`;

export interface RehearsalOptions {
  readonly environment: Environment;
  readonly change?: string;
  readonly interrupt: boolean;
  /** Existing folder for the policies. */
  readonly policies?: string;
}

/** Reads the command line. @throws with what is wrong, before anything is started */
export function readArguments(args: readonly string[]): RehearsalOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      change: { type: "string" },
      interrupt: { type: "boolean", default: false },
      policies: { type: "string" },
    },
  });
  const [name, ...more] = positionals;
  if (name === undefined) throw new Error(`Name the environment to rehearse.\n${USAGE}`);
  if (more.length > 0) throw new Error(`One environment at a time: got ${positionals.join(", ")}.\n${USAGE}`);
  const environment = loadEnvironment(name);
  if (environment.platform === "emulator") {
    throw new Error(`${name} is the laptop's environment, which npm start deploys; rehearse one of AWS's.`);
  }
  const { change, interrupt, policies } = values;
  if (change !== undefined && !existsSync(change)) throw new Error(`--change ${change}: there is no such file.`);
  if (policies !== undefined && !(existsSync(policies) && statSync(policies).isDirectory())) {
    throw new Error(`--policies ${policies}: there is no such folder; make it first.`);
  }
  return { environment, change, interrupt, policies };
}
