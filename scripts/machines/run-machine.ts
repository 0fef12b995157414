import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { run } from "../../local/platform/install/run";
import { findJavaRuntime } from "../../toolchain/java-runtime";
import type { Machine } from "./cases";
import { nodeFolder } from "./nodes";

const ROOT = resolve(__dirname, "../..");

/** What came of a machine: how long each command took, or why one failed. */
export interface Outcome {
  readonly name: string;
  readonly seconds: readonly number[];
  readonly problem?: string;
}

/**
 * Runs a machine's commands in a new clone, which shares the packages of this checkout: they are the same for every Node, because each
 * native one keeps to Node-API. Nothing of the clone is left.
 */
export async function runMachine(machine: Machine): Promise<Outcome> {
  const place = mkdtempSync(join(tmpdir(), "machine-"));
  const seconds: number[] = [];
  try {
    const env = await environment(machine, place);
    const checkout = join(place, machine.folder ?? "checkout");
    await run("git", ["clone", "--quiet", ...(machine.clone ?? []), ROOT, checkout]);
    await run("cp", ["-R", ...(process.platform === "linux" ? ["-l"] : []), join(ROOT, "node_modules"), checkout]);
    shareCache(checkout, machine.builds ?? false);
    machine.prepare?.(checkout);
    const timed = ([program = "", ...args]: readonly string[]): string | undefined => {
      const started = Date.now();
      const problem = execute(checkout, env, program, args);
      seconds.push((Date.now() - started) / 1000);
      return problem;
    };
    let problem: string | undefined;
    for (const command of machine.commands) problem ??= timed(command);
    const last = machine.finally && timed(machine.finally);
    return { name: machine.name, seconds, problem: problem ?? last };
  } catch (error) {
    return { name: machine.name, seconds, problem: (error as Error).message };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function environment({ node, jdk, env, locale }: Machine, place: string): Promise<NodeJS.ProcessEnv> {
  const major = node ?? Number.parseInt(process.versions.node, 10);
  const PATH = [await nodeFolder(major), process.env.PATH].join(delimiter);
  const java = jdk === undefined ? {} : { JAVA_HOME: jdkHome(jdk) };
  const language = locale ? { LOCPATH: place, LANG: `${locale}.UTF-8`, LC_ALL: `${locale}.UTF-8` } : {};
  if (locale) await run("localedef", ["-i", locale, "-f", "UTF-8", join(place, `${locale}.UTF-8`)]);
  return { ...process.env, PATH, ...language, ...java, ...env };
}

function jdkHome(feature: number): string {
  const home = findJavaRuntime(feature)?.home;
  if (home && existsSync(join(home, "bin", "javac"))) return home;
  throw new Error(`No JDK ${feature} is installed here: install one, or set JAVA_HOME_${feature} to it.`);
}

/** What was installed once. The job's jar is named by the hash of its sources, so that a clone takes no other than its own. */
function shareCache(checkout: string, builds: boolean): void {
  const jars = join(ROOT, "dist", "flink-job");
  if (!builds && existsSync(jars)) cpSync(jars, join(checkout, "dist", "flink-job"), { recursive: true });
  const cache = join(ROOT, ".cache");
  mkdirSync(join(checkout, ".cache"), { recursive: true });
  for (const name of existsSync(cache) ? readdirSync(cache) : [])
    if (/^(flink|java-runtime)-[0-9a-f]+$/.test(name))
      cpSync(join(cache, name), join(checkout, ".cache", name), { recursive: true, verbatimSymlinks: true });
}

/** @returns what went wrong, with the last lines; a warning of Node itself counts */
function execute(cwd: string, env: NodeJS.ProcessEnv, program: string, args: readonly string[]): string | undefined {
  const command = program.endsWith(".js") ? [program, ...args] : ["scripts/run.mjs", program, ...args];
  const { status, stdout, stderr } = spawnSync("node", command, { cwd, env, encoding: "utf8", maxBuffer: 1 << 28 });
  const said = `${stdout}${stderr}`;
  const warning = /^\(node:\d+\).*$/m.exec(said)?.[0];
  if (status === 0 && !warning) return undefined;
  return warning ?? `${command.join(" ")} ended with ${status}:\n${said.trim().split("\n").slice(-15).join("\n")}`;
}
