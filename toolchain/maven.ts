import { accessSync, constants, existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { findTool } from "./requirement";
import { inheritedSettings } from "./user-settings";

/** An installed Maven, else the project's wrapper, which fetches one. @returns the command to run */
export function findMaven(env: NodeJS.ProcessEnv = process.env): string {
  const wrapper = join(__dirname, "..", "flink-job", "mvnw");
  try {
    const found = findTool(
      {
        tool: "Maven",
        minimum: [3, 6],
        candidates: [["mvn", "-version"]],
        version: /(?<=Apache Maven )(\d+)\.(\d+)\S*/,
        howToGet: "Get it from https://maven.apache.org (or: apt install maven, brew install maven).",
      },
      { ...env, ...OWN },
    );
    return found.command;
  } catch (missing) {
    if (existsSync(wrapper)) return wrapper;
    throw missing;
  }
}

/** Where Maven keeps what it has fetched while the home folder cannot be written; the laptop's cache. */
const OWN_HOME = join(__dirname, "..", ".cache", "home");

/** Maven 3 takes a file with another checksum than its repository says, with a warning, and keeps it. */
const OPTIONS = ["--batch-mode", "--no-transfer-progress", "--strict-checksums"];

/** A .mavenrc may name another Java. */
const OWN = { MAVEN_SKIP_RC: "true" };

/** A command with its arguments and its whole environment. */
export interface MavenCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/**
 * How Maven is called with these arguments, on that Java: alike for everyone, whatever they have set for their own builds.
 *
 * Java takes the home folder from the system's list of users and not from HOME, and names it `?` where the user is not in that list. So
 * Maven gets it as an option.
 */
export function mavenCommand(
  args: readonly string[],
  javaHome: string,
  env: NodeJS.ProcessEnv = process.env,
): MavenCommand {
  const home = mavenHome(env);
  return {
    command: findMaven(env),
    args: [...OPTIONS, `-Duser.home=${home}`, ...args],
    env: {
      ...inheritedSettings(env),
      ...OWN,
      JAVA_HOME: javaHome,
      // The wrapper's own folder.
      ...(home === OWN_HOME ? { MAVEN_USER_HOME: join(OWN_HOME, ".m2") } : {}),
    },
  };
}

/** The home folder, where `.m2` can be written in it. */
export function mavenHome(env: NodeJS.ProcessEnv): string {
  const home = env.HOME || homedir();
  return isWritable(join(home, ".m2")) ? home : OWN_HOME;
}

/** Whether a folder can be written, or made. */
function isWritable(folder: string): boolean {
  if (!existsSync(folder))
    return folder !== dirname(folder) && existsSync(dirname(folder)) && isWritable(dirname(folder));
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
