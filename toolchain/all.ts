import { findJdk, type Jdk } from "./java";
import { findMaven } from "./maven";
import { findPython } from "./python";
import type { FoundTool } from "./requirement";
import { findTerraform } from "./terraform";

export interface Toolchain {
  readonly jdk: Jdk;
  readonly python: FoundTool;
  readonly terraform: FoundTool;
}

/** Everything that is missing or too old, so that it can be put right in one go. */
export class ToolchainError extends Error {
  constructor(problems: readonly Error[]) {
    super(["Something that the laptop needs is missing:", ...problems.map(({ message }) => message)].join("\n  - "));
    this.name = "ToolchainError";
  }
}

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
