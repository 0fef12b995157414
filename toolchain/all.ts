import { findJdk, type Jdk } from "./java";
import { findMaven } from "./maven";
import { findPython } from "./python";
import { type FoundTool, MissingToolError } from "./requirement";
import { findTerraform } from "./terraform";
import { installCommand, type ToolName } from "./tools";
import { tools } from "./tools.json";

export interface Toolchain {
  readonly jdk: Jdk;
  readonly python: FoundTool;
  readonly terraform: FoundTool;
}

/** Everything that is missing or too old, with one command that installs what it can. */
export class ToolchainError extends Error {
  constructor(problems: readonly Error[]) {
    const tools = problems.flatMap((problem) =>
      problem instanceof MissingToolError && isTool(problem.tool) ? [problem.tool] : [],
    );
    const command = installCommand(tools);
    const lines = [...problems.map(({ message }) => message), ...(command ? [`All at once: ${command}`] : [])];
    super(["Something that the laptop needs is missing:", ...lines].join("\n  - "));
    this.name = "ToolchainError";
  }
}

const isTool = (name: string): name is ToolName => name in tools;

/** Finds every program that is needed and cannot be installed here. @throws ToolchainError that lists all problems */
export function checkToolchain(env: NodeJS.ProcessEnv = process.env): Toolchain {
  const problems: Error[] = [];
  const found = <T>(find: (env: NodeJS.ProcessEnv) => T): T | undefined => {
    try {
      return find(env);
    } catch (problem) {
      problems.push(problem as Error);
      return undefined;
    }
  };
  const [jdk, python, terraform, maven] = [found(findJdk), found(findPython), found(findTerraform), found(findMaven)];
  if (jdk && python && terraform && maven) return { jdk, python, terraform };
  throw new ToolchainError(problems);
}
