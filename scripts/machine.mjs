/**
 * What this machine lacks, all of it at once, before anything is downloaded: plain Node, because no package is there yet. toolchain/ looks
 * for the same programs later, with more care; both read toolchain/tools.json.
 */
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const GIB = 2 ** 30;
export const machine = JSON.parse(fs.readFileSync(new URL("../toolchain/tools.json", import.meta.url), "utf8"));

/** Variables that break a program which is only asked for its version. */
const OWN_OPTIONS = /^(JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|TF_CLI_ARGS.*|PYTHON.*)$/;

/** Why this Node cannot run the project, or undefined. `remark` is for one that nobody has tested. */
export function nodeProblem(version = process.versions.node, platform = process.platform) {
  const { minimum, tested } = machine.node;
  const [major, minor] = version.split(".").map(Number);
  if (platform === "win32")
    return { fatal: "Windows runs this in WSL2 only: see https://learn.microsoft.com/windows/wsl/install" };
  if (major < minimum[0] || (major === minimum[0] && minor < minimum[1]))
    return {
      fatal: `Node ${version} is too old: Node ${minimum.join(".")} or newer is needed. See https://nodejs.org`,
    };
  if (!tested.includes(major))
    return { remark: `Node ${version} is not tested (${tested.join(", ")} are); it is used anyway.` };
  return undefined;
}

/** One line for each thing that the laptop needs and that is not there; the last says how to get the programs. */
export function missing(env = process.env, folder = fileURLToPath(new URL("..", import.meta.url))) {
  const others = (name) => Object.values(machine.alternatives).filter(({ to }) => to === name);
  const absent = Object.keys(machine.tools).filter(
    (name) => ![machine.tools[name], ...others(name)].some((tool) => isThere(tool, env)),
  );
  const lines = absent.map((name) => {
    const { minimum, from } = machine.tools[name];
    return `${name} ${minimum.join(".")} or newer: ${from}`;
  });
  const command = installCommand(absent);
  if (command) lines.push(`On this machine: ${command}`);
  const { diskGiB } = machine.space;
  const free = freeGiB(folder);
  if (free < diskGiB) lines.push(`${diskGiB} GiB of free disk: ${folder} has ${free.toFixed(1)} GiB`);
  return lines;
}

/** Why the laptop may be slow or be ended by the system here, or undefined. */
export function memoryRemark(bytes = Math.min(totalmem(), process.constrainedMemory?.() || Number.MAX_SAFE_INTEGER)) {
  const { memoryGiB } = machine.space;
  if (bytes >= memoryGiB * GIB) return undefined;
  return `The laptop needs about ${memoryGiB} GiB of memory and this machine has ${(bytes / GIB).toFixed(1)} GiB.`;
}

export function freeGiB(folder) {
  const { bavail, bsize } = fs.statfsSync(folder);
  return (bavail * bsize) / GIB;
}

/** Whether a folder can be written, or made. */
export function isWritable(folder) {
  if (!fs.existsSync(folder)) return folder !== dirname(folder) && isWritable(dirname(folder));
  try {
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK);
    return fs.statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

function isThere({ minimum, commands, version, homeVariable, nameVariable }, env) {
  const home = homeVariable && env[homeVariable];
  const named = commands.map(([program, ...args]) => [(nameVariable && env[nameVariable]) || program, ...args]);
  const inHome = home ? commands.map(([program, ...args]) => [join(home, "bin", program), ...args]) : [];
  const clean = Object.fromEntries(Object.entries(env).filter(([name]) => !OWN_OPTIONS.test(name)));
  return [...inHome, ...named].some(([program, ...args]) => {
    const { stdout, stderr } = spawnSync(program, args, { env: clean, encoding: "utf8", timeout: 30_000 });
    const [, major, minor = 0] = new RegExp(version).exec(`${stdout}${stderr}`) ?? [];
    if (!major || major < minimum[0] || (Number(major) === minimum[0] && minor < minimum[1])) return false;
    const javaHome = /java\.home = (.+)/.exec(stderr)?.[1];
    return !javaHome || fs.existsSync(join(javaHome, "bin", "javac"));
  });
}

function installCommand(names) {
  const [manager, { install } = {}] =
    Object.entries(machine.managers).find(([, { programs }]) => programs.some((program) => fs.existsSync(program))) ??
    [];
  const packages = names.flatMap((name) => machine.tools[name].packages[manager] ?? []);
  return packages.length > 0 ? `${install} ${packages.join(" ")}` : undefined;
}
