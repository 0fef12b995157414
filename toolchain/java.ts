import { existsSync } from "node:fs";
import { join } from "node:path";
import { findTool, MissingToolError, type Requirement } from "./requirement";
import { toolRequirement } from "./tools";
import { tools } from "./tools.json";

/** The parts of a JDK that the laptop uses, as absolute paths. */
export interface Jdk {
  readonly home: string;
  readonly java: string;
  readonly compiler: string;
  readonly keytool: string;
  readonly version: string;
}

function requirement(env: NodeJS.ProcessEnv): Requirement {
  const needed = toolRequirement("JDK");
  const inHome = env.JAVA_HOME
    ? needed.candidates.map(([java = "", ...args]) => [join(env.JAVA_HOME!, "bin", java), ...args])
    : [];
  const howToGet = `${needed.howToGet} Set JAVA_HOME to it or put its bin on the PATH.`;
  return { ...needed, candidates: [...inHome, ...needed.candidates], howToGet };
}

const said = new Set<string>();

/** Says once that a JDK is newer than any that was tested. It only compiles: what runs the job is {@link ./java-runtime}. */
function remarkOn(version: string): void {
  const newest = Math.max(...tools.JDK.tested);
  if (Number.parseInt(version, 10) <= newest || said.has(version)) return;
  said.add(version);
  console.error(
    `JDK ${version} is newer than any that was tested (${tools.JDK.tested.join(", ")}); it is used anyway.`,
  );
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
  remarkOn(found.version);
  return { home, java: join(bin, "java"), compiler, keytool: join(bin, "keytool"), version: found.version };
}
