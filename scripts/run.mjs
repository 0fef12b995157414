/**
 * Runs a TypeScript program of this repository: `node scripts/run.mjs scripts/test.ts unit`. Plain Node, so that it works before
 * `npm ci` was ever run: it installs the locked packages first when they are missing or differ.
 */
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MINIMUM_NODE = 20;
const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Packages of a lock file by their folder; none when the file is missing or not whole. */
function packages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return {};
  }
}

/** Whether node_modules holds what the lock file says; packages for other platforms may be missing. */
function installed() {
  const present = packages("node_modules/.package-lock.json");
  return Object.entries(packages("package-lock.json")).every(
    ([folder, { version, optional }]) => folder === "" || optional || present[folder]?.version === version,
  );
}

function install() {
  console.log("Installing packages (npm ci) …");
  const npm = process.env.npm_execpath;
  // Yarn and pnpm set the variable too, and know nothing of npm's lock file.
  const isNpm = npm !== undefined && /^npm(-cli)?\.js$/.test(basename(npm));
  const [command, first] = isNpm ? [process.execPath, [npm]] : ["npm", []];
  const options = { cwd: root, stdio: "inherit", shell: process.platform === "win32" };
  const { status, error } = spawnSync(command, [...first, "ci", "--include=dev", "--no-audit", "--no-fund"], options);
  if (status === 0) return;
  console.error(`npm ci failed${error ? ` (${error.message})` : ""}: see above; then run the command again.`);
  process.exit(1);
}

function run([program, ...args]) {
  // Node 20 is supported here: without this every program that uses the AWS SDK begins with an advertisement for Node 22.
  const env = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true", ...process.env };
  const child = spawn(process.execPath, ["--import", "tsx", program, ...args], { cwd: root, stdio: "inherit", env });
  // The child stops by itself and may need time for it: this process ends when the child does.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1);
  });
}

const major = Number(process.versions.node.split(".")[0]);
if (major < MINIMUM_NODE) {
  console.error(
    `Node ${process.versions.node} is too old: Node ${MINIMUM_NODE} or newer is needed. See https://nodejs.org`,
  );
  process.exit(1);
}
if (process.argv.length < 3) {
  console.error("Usage: node scripts/run.mjs <program.ts> [arguments]");
  process.exit(1);
}
if (!installed()) install();
run(process.argv.slice(2));
