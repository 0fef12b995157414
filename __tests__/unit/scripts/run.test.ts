import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "run-"));
  mkdirSync(join(folder, "scripts"));
  mkdirSync(join(folder, "toolchain"));
  for (const file of ["scripts/run.mjs", "scripts/machine.mjs", "toolchain/tools.json"])
    cpSync(resolve(__dirname, "../../..", file), join(folder, file));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lock = (file: string, version: string) => {
  mkdirSync(resolve(folder, file, ".."), { recursive: true });
  const packages = {
    "": {},
    "node_modules/a": { version },
    "node_modules/elsewhere": { version: "1.0.0", optional: true },
  };
  if (file.includes("node_modules")) delete (packages as Record<string, unknown>)["node_modules/elsewhere"];
  writeFileSync(join(folder, file), JSON.stringify({ packages }));
};

const LISTED = "node_modules/.package-lock.json";

/** Packages as npm leaves them. */
const install = (version: string) => {
  lock(LISTED, version);
  mkdirSync(join(folder, "node_modules/a"), { recursive: true });
  writeFileSync(join(folder, "node_modules/a/package.json"), "{}");
};

const execute = (env: NodeJS.ProcessEnv, args: readonly string[]) =>
  spawnSync(process.execPath, [join(folder, "scripts", "run.mjs"), ...args], { encoding: "utf8", env });

/** Runs run.mjs with a fake npm that says that it was called, and fails. */
function run(...args: string[]) {
  const npm = join(folder, "npm.js");
  writeFileSync(npm, "console.log('npm', process.argv.slice(2).join(' ')); process.exit(1)");
  return execute({ ...process.env, npm_execpath: npm }, args);
}

test("packages are installed when there are none, or others than locked", () => {
  lock("package-lock.json", "2.0.0");
  expect(run("program.ts").stdout).toContain("npm ci");
  install("1.0.0");
  const { stdout, stderr, status } = run("program.ts");
  expect(stdout).toContain("npm ci");
  expect(stderr).toContain("npm ci failed");
  expect(status).toBe(1);
});

test("packages that are as locked are left alone, though optional ones for other platforms are missing", () => {
  lock("package-lock.json", "2.0.0");
  install("2.0.0");
  expect(run("program.ts").stdout).not.toContain("npm");
});

test.each([
  ["before npm wrote its list", () => rmSync(join(folder, LISTED))],
  ["while npm wrote its list", () => truncateSync(join(folder, LISTED), 20)],
  ["while packages were removed", () => rmSync(join(folder, "node_modules/a"), { recursive: true })],
])("an install that was interrupted %s is repaired by the next command", (_, interrupt) => {
  lock("package-lock.json", "2.0.0");
  install("2.0.0");
  interrupt();
  expect(run("program.ts").stdout).toContain("npm ci");
});

test("npm keeps its files here where the home folder cannot be written, and where it always does else", () => {
  lock("package-lock.json", "2.0.0");
  writeFileSync(join(folder, "npm"), `#!/bin/sh\necho "cache: $npm_config_cache"\nexit 1\n`, { mode: 0o755 });
  const PATH = `${folder}${delimiter}${process.env.PATH}`;
  const cache = (env: NodeJS.ProcessEnv) => /cache: (.*)/.exec(execute({ PATH, ...env }, ["program.ts"]).stdout)?.[1];
  const own = join(folder, ".cache/npm");
  // Below a file nothing can be made, not even by root. npm tells its scripts which folder it uses.
  expect(cache({ HOME: "/dev/null" })).toBe(own);
  expect(cache({ HOME: folder, npm_config_cache: "/dev/null/.npm" })).toBe(own);
  expect(cache({ HOME: folder })).toBe("");
  expect(cache({ HOME: "/dev/null", npm_config_cache: join(folder, "mine") })).toBe(join(folder, "mine"));
});

test.each(["yarn.js", "pnpm.cjs", "bin/pnpm.js"])("npm installs also where %s runs the script", (other) => {
  lock("package-lock.json", "2.0.0");
  writeFileSync(join(folder, "npm"), "#!/bin/sh\necho npm $1\nexit 1\n", { mode: 0o755 });
  const PATH = `${folder}${delimiter}${process.env.PATH}`;
  expect(execute({ ...process.env, PATH, npm_execpath: join(folder, other) }, ["program.ts"]).stdout).toContain(
    "npm ci",
  );
});

test("without a program it says how it is used", () => {
  expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining("Usage: node scripts/run.mjs") });
});

test("what the laptop lacks is listed before the first download", () => {
  lock("package-lock.json", "2.0.0");
  const { status, stdout, stderr } = execute({ PATH: "/nowhere" }, ["local/cli.ts", "start"]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/needs what is missing here:\n {2}- JDK .*\n {2}- Python .*\n {2}- Terraform /);
  expect(stdout).not.toContain("npm ci");
});

test("what people have set for their own installs changes none", () => {
  lock("package-lock.json", "2.0.0");
  const { stdout } = run("program.ts");
  for (const option of ["--include=dev", "--include=optional", "--no-global", "--no-dry-run"])
    expect(stdout).toContain(option);
});
