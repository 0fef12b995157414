import { spawnSync } from "node:child_process";
import { inheritedSettings } from "./user-settings";

/** A program of the machine that the project needs and does not install. */
export interface Requirement {
  readonly tool: string;
  /** Oldest version that works, as [major, minor]. */
  readonly minimum: readonly [number, number];
  /** Why no older one works, where it is worth saying. */
  readonly why?: string;
  /** What to run to learn the version, the first that exists winning. */
  readonly candidates: readonly (readonly string[])[];
  /** Finds the version's numbers in what the command prints on either stream. */
  readonly version: RegExp;
  readonly howToGet: string;
}

export interface FoundTool {
  readonly command: string;
  readonly version: string;
  /** Everything the version command printed. */
  readonly output: string;
}

/** What was found, what is needed and how to get it, ready to be shown. */
export class MissingToolError extends Error {
  readonly tool: string;

  constructor(requirement: Pick<Requirement, "tool" | "minimum" | "why" | "howToGet">, found: string) {
    const needed = `${requirement.tool} ${requirement.minimum.join(".")} or newer`;
    const why = requirement.why ? ` (${requirement.why})` : "";
    super(`${requirement.tool}: ${found}; needed is ${needed}${why}. ${requirement.howToGet}`);
    this.name = "MissingToolError";
    this.tool = requirement.tool;
  }
}

/** Runs the candidates in turn. @throws MissingToolError when none exists or the newest found is too old. */
export function findTool(requirement: Requirement, env: NodeJS.ProcessEnv = process.env): FoundTool {
  const tried: string[] = [];
  for (const [command, ...args] of requirement.candidates) {
    const output = outputOf(command!, args, env);
    const version = output === undefined ? undefined : requirement.version.exec(output);
    if (output === undefined || !version) continue;
    if (isAtLeast(version, requirement.minimum)) return { command: command!, version: version[0], output };
    tried.push(`${command} is version ${version[0]}`);
  }
  throw new MissingToolError(requirement, tried.join(", ") || "not found on the PATH");
}

function isAtLeast(found: RegExpExecArray, [major, minor]: readonly [number, number]): boolean {
  const foundMajor = Number(found[1]);
  return foundMajor > major || (foundMajor === major && Number(found[2] ?? 0) >= minor);
}

/** What a command prints on both streams; nothing where it fails. */
export function outputOf(command: string, args: readonly string[], env: NodeJS.ProcessEnv): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, [...args], {
    env: inheritedSettings(env),
    timeout: 30_000,
    encoding: "utf8",
  });
  return status === 0 ? `${stdout}${stderr}` : undefined;
}
