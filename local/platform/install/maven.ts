import type { Jdk } from "../../../toolchain/java";
import { findMaven } from "../../../toolchain/maven";
import { run } from "./run";

/** Runs Maven without interaction or progress bars. @throws CommandError with what Maven said */
export async function runMaven(
  goals: readonly string[],
  options: { readonly pom: string; readonly jdk: Jdk; readonly onLine?: (line: string) => void },
): Promise<void> {
  const maven = findMaven();
  await run(maven, ["--batch-mode", "--no-transfer-progress", "--file", options.pom, ...goals], {
    env: { ...process.env, JAVA_HOME: options.jdk.home },
    onLine: options.onLine,
  });
}
