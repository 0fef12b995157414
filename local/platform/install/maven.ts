import type { Jdk } from "../../../toolchain/java";
import { mavenCommand } from "../../../toolchain/maven";
import { run } from "./run";

/** Runs Maven without interaction or progress bars. @throws CommandError with what Maven said */
export async function runMaven(
  goals: readonly string[],
  options: { readonly pom: string; readonly jdk: Jdk; readonly onLine?: (line: string) => void },
): Promise<void> {
  const { command, args, env } = mavenCommand(["--file", options.pom, ...goals], options.jdk.home);
  await run(command, args, { env, onLine: options.onLine });
}
