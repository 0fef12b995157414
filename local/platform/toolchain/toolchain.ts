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
export async function checkToolchain(env: NodeJS.ProcessEnv = process.env): Promise<Toolchain> {
  const [jdk, python, terraform, maven] = await Promise.allSettled([
    findJdk(env),
    findPython(env),
    findTerraform(env),
    findMaven(env),
  ]);
  if (jdk.status === "fulfilled" && python.status === "fulfilled" && terraform.status === "fulfilled") {
    if (maven.status === "fulfilled") return { jdk: jdk.value, python: python.value, terraform: terraform.value };
  }
  const problems = [jdk, python, terraform, maven].flatMap((it) => (it.status === "rejected" ? [it.reason] : []));
  throw new ToolchainError(problems);
}
