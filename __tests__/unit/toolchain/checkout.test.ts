import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../../..");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "checkout-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function execute(cwd: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stdout}${stderr}`);
  return stdout;
}

test("a Git that makes Windows' line endings leaves texts alone, and what is no text", () => {
  const source = join(folder, "source");
  mkdirSync(source);
  copyFileSync(join(ROOT, ".gitattributes"), join(source, ".gitattributes"));
  const files = {
    mvnw: "#!/bin/sh\n",
    "a.ts": "a\n",
    "a.tf": "a\n",
    "a.json": "{}\n",
    "a.java": "a\n",
    "a.jar": "a\n\0",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(source, name), text);
  const git = (...args: string[]) =>
    execute(source, "git", ["-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "core.hooksPath=/dev/null", ...args]);
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "all");
  execute(folder, "git", ["-c", "core.autocrlf=true", "-c", "core.eol=crlf", "clone", "--quiet", source, "clone"]);
  const found = Object.keys(files).map((name) => [name, readFileSync(join(folder, "clone", name), "utf8")]);
  expect(Object.fromEntries(found)).toEqual(files);
});

test("development dependencies are installed where NODE_ENV is production: synthesis needs them", () => {
  copyFileSync(join(ROOT, ".npmrc"), join(folder, ".npmrc"));
  writeFileSync(
    join(folder, "package.json"),
    '{ "name": "a", "version": "1.0.0", "devDependencies": { "b": "1.0.0" } }',
  );
  mkdirSync(join(folder, "node_modules/b"), { recursive: true });
  writeFileSync(join(folder, "node_modules/b/package.json"), '{ "name": "b", "version": "1.0.0" }');
  const listed = () => execute(folder, "npm", ["ls", "--json"], { NODE_ENV: "production", npm_config_include: "" });
  expect(Object.keys(JSON.parse(listed()).dependencies ?? {})).toEqual(["b"]);
});

test.each(["c++", "a[b] ü", "(x)|y$"])("Jest finds the tests of a checkout in the folder %s", (name) => {
  const checkout = join(folder, name);
  mkdirSync(checkout);
  cpSync(join(ROOT, "jest.config.js"), join(checkout, "jest.config.js"));
  const { projects } = require(join(checkout, "jest.config.js"));
  for (const { displayName, testRegex } of projects) {
    const isTest = (path: string) => testRegex.some((pattern: string) => new RegExp(pattern).test(path));
    expect(isTest(join(checkout, "__tests__", displayName, "deep", "a.test.ts"))).toBe(true);
    expect(isTest(join(checkout, "elsewhere", "a.test.ts"))).toBe(false);
  }
});
