import { existsSync } from "node:fs";
import { join } from "node:path";
import { findTool, MissingToolError, type Requirement } from "./requirement";

/** The parts of a JDK that the laptop uses, as absolute paths. */
export interface Jdk {
  readonly home: string;
  readonly java: string;
  readonly compiler: string;
  readonly keytool: string;
  readonly version: string;
}

const SHOW_HOME = ["-XshowSettings:properties", "-version"];

function requirement(env: NodeJS.ProcessEnv): Requirement {
  const fromHome = env.JAVA_HOME ? [[join(env.JAVA_HOME, "bin", "java"), ...SHOW_HOME] as const] : [];
  return {
    tool: "JDK",
    minimum: [17, 0],
    candidates: [...fromHome, ["java", ...SHOW_HOME]],
    version: /(?<=java\.version = )(\d+)(?:\.(\d+))?\S*/,
    howToGet:
      "Get one from https://adoptium.net (or: apt install openjdk-17-jdk, brew install openjdk@17) " +
      "and set JAVA_HOME to it or put its bin on the PATH.",
  };
}

/** Looks in JAVA_HOME, then on the PATH. @throws MissingToolError also for a runtime without a compiler. */
export function findJdk(env: NodeJS.ProcessEnv = process.env): Jdk {
  const needed = requirement(env);
  const found = findTool(needed, env);
  const home = /java\.home = (.+)/.exec(found.output)?.[1]?.trim() ?? "";
  const bin = join(home, "bin");
  const compiler = join(bin, "javac");
  if (!existsSync(compiler)) {
    throw new MissingToolError(needed, `${home} is a Java ${found.version} runtime without the compiler`);
  }
  return { home, java: join(bin, "java"), compiler, keytool: join(bin, "keytool"), version: found.version };
}
