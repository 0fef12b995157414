import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** A Java that runs programs; it may lack the compiler. */
export interface JavaRuntime {
  readonly home: string;
  readonly java: string;
  /** Its feature release, such as 11. */
  readonly feature: number;
}

/** Where installers put Javas, each in a folder of its own: on Linux, on macOS, and SDKMAN. */
const SHARED_FOLDERS = [
  ["/usr/lib/jvm", ""],
  ["/Library/Java/JavaVirtualMachines", "Contents/Home"],
  [join(homedir(), ".sdkman/candidates/java"), ""],
] as const;

const RELEASE = /^JAVA_VERSION="(\d+)(?:\.\d+\.(\d+))?/m;

/** The Java in a folder, by the `release` file that each one since Java 9 has; undefined where there is none. */
export function javaRuntimeIn(home: string): JavaRuntime | undefined {
  const found = release(home);
  return found && { home, java: join(home, "bin", "java"), feature: found.feature };
}

/**
 * A Java of that feature release which the machine has: named by a variable JAVA_HOME or JAVA_HOME_<anything>, else installed where
 * installers put it. A Java 11 before its twelfth update is passed over: it cannot read a trust store that a newer keytool has written
 * (https://bugs.openjdk.org/browse/JDK-8076190).
 */
export function findJavaRuntime(
  feature: number,
  env: NodeJS.ProcessEnv = process.env,
  sharedFolders: readonly (readonly [folder: string, home: string])[] = SHARED_FOLDERS,
): JavaRuntime | undefined {
  const named = Object.keys(env).filter((name) => /^JAVA_HOME(_|$)/.test(name));
  const homes = [
    ...named.sort().flatMap((name) => env[name] || []),
    ...sharedFolders.flatMap(([folder, home]) => subfolders(folder).map((name) => join(folder, name, home))),
  ];
  const home = homes.find((candidate) => {
    const found = release(candidate);
    return found?.feature === feature && found.update >= (OLDEST_UPDATE[feature] ?? 0);
  });
  return home === undefined ? undefined : javaRuntimeIn(home);
}

const OLDEST_UPDATE: Readonly<Record<number, number>> = { 11: 12 };

function release(home: string): { readonly feature: number; readonly update: number } | undefined {
  const file = join(home, "release");
  if (!existsSync(file) || !existsSync(join(home, "bin", "java"))) return undefined;
  const [, feature, update] = RELEASE.exec(readFileSync(file, "utf8")) ?? [];
  return feature === undefined ? undefined : { feature: Number(feature), update: Number(update ?? 0) };
}

function subfolders(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
