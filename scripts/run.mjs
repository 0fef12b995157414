/**
 * Runs a TypeScript program of this repository: `node scripts/run.mjs scripts/test.ts unit`. Plain Node, so that it works before
 * `npm ci` was ever run: it installs the locked packages first when they are missing or differ.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { freeGiB, isWritable, memoryRemark, missing, nodeProblem } from "./machine.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Said here, because somebody's own settings may say otherwise, and these come first. */
const INSTALL_OPTIONS = [
  ...["--include=dev", "--include=optional", "--package-lock", "--no-package-lock-only", "--no-global", "--no-dry-run"],
  ...["--no-audit", "--no-fund"],
];

/** What only the laptop needs is looked for before the first download. */
const NEEDS_ALL_TOOLS = (program, command) => program === "local/cli.ts" && command === "start";

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Packages of a lock file by their folder; none when the file is missing or not whole. */
function packages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return {};
  }
}

/**
 * Whether node_modules holds what the lock file says; packages for other platforms may be missing. npm writes its own list last, so that an
 * install that was interrupted has none. Each package is looked for anyway, because a removal may have been interrupted.
 */
function installed() {
  const present = packages("node_modules/.package-lock.json");
  return Object.entries(packages("package-lock.json")).every(
    ([folder, { version, optional }]) =>
      folder === "" ||
      optional ||
      (present[folder]?.version === version && existsSync(join(root, folder, "package.json"))),
  );
}

/** npm keeps what it has fetched in the home folder, and fails where it cannot. */
function npmCache() {
  const cache = process.env.npm_config_cache || join(process.env.HOME || homedir(), ".npm");
  return isWritable(cache) ? {} : { npm_config_cache: join(root, ".cache", "npm") };
}

function install() {
  console.log("Installing packages (npm ci) …");
  const npm = process.env.npm_execpath;
  // Yarn and pnpm set the variable too, and know nothing of npm's lock file.
  const isNpm = npm !== undefined && /^npm(-cli)?\.js$/.test(basename(npm));
  const [command, first] = isNpm ? [process.execPath, [npm]] : ["npm", []];
  const options = { cwd: root, stdio: "inherit", env: { ...process.env, ...npmCache() } };
  const { status, error } = spawnSync(command, [...first, "ci", ...INSTALL_OPTIONS], options);
  if (status === 0) return;
  const reason = freeGiB(root) < 0.1 ? " because the disk is full" : error ? ` (${error.message})` : "";
  fail(`npm ci failed${reason}: see above; then run the command again, and it repairs what is half there.`);
}

/** Since Node 25 a library that only looks whether there is a localStorage makes Node warn that it has no file for it. */
function withoutWebStorage() {
  const off = "--no-experimental-webstorage";
  if (!process.allowedNodeEnvironmentFlags.has(off)) return {};
  return { NODE_OPTIONS: [process.env.NODE_OPTIONS, off].filter(Boolean).join(" ") };
}

/** Node itself obeys proxies with NODE_USE_ENV_PROXY, and everything of the laptop listens on the loopback address. */
function withoutProxyForLoopback() {
  const hosts = process.env.no_proxy ?? process.env.NO_PROXY;
  const all = [hosts, "127.0.0.1", "localhost"].filter(Boolean).join(",");
  return { NO_PROXY: all, no_proxy: all };
}

function run([program, ...args]) {
  // Node 20 is supported here: without this every program that uses the AWS SDK begins with an advertisement for Node 22.
  const env = {
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    ...process.env,
    ...withoutProxyForLoopback(),
    ...withoutWebStorage(),
  };
  const child = spawn(process.execPath, ["--import", "tsx", program, ...args], { cwd: root, stdio: "inherit", env });
  // The child stops by itself and may need time for it: this process ends when the child does.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1);
  });
}

const { fatal, remark } = nodeProblem() ?? {};
if (fatal) fail(fatal);
if (process.argv.length < 3) fail("Usage: node scripts/run.mjs <program.ts> [arguments]");
if (remark) console.error(remark);
if (NEEDS_ALL_TOOLS(...process.argv.slice(2))) {
  const memory = memoryRemark();
  if (memory) console.error(memory);
}
if (!installed()) {
  const absent = NEEDS_ALL_TOOLS(...process.argv.slice(2)) ? missing() : [];
  if (absent.length > 0) fail(["The laptop needs what is missing here:", ...absent].join("\n  - "));
  install();
}
run(process.argv.slice(2));
