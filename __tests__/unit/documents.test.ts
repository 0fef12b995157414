import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { anchorsOf, commandsOf, linksOf, pathsOf, shellBlocksOf } from "./support/markdown";

const ROOT = resolve(__dirname, "../..");
const GENERATED = ["node_modules", "cdktf.out", "dist", "target"];

/** Documents of the repository, but for those that tools left or that belong to a module, whose README is generated. */
function documents(folder = ROOT): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (GENERATED.includes(entry.name) || (entry.name.startsWith(".") && entry.name !== ".github")) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path === join(ROOT, "modules") ? [] : documents(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

const read = (path: string) => readFileSync(path, "utf8");
const { scripts } = JSON.parse(read(join(ROOT, "package.json"))) as {
  readonly scripts: Readonly<Record<string, string>>;
};
/** What npm itself knows. */
const OF_NPM = [
  "test",
  "start",
  "stop",
  "ci",
  "install",
  "run",
  "view",
  "prefix",
  "init",
  "config",
  "cache",
  "registry",
  "packages",
  "rebuild",
  "pkg",
  "exec",
  "audit",
  "outdated",
  "ls",
];
const TOP = readdirSync(ROOT);
/** A file that a reader makes, and folders of each module or of another project. */
const OTHERS = ["envs/qa.json", "examples/basic", "examples/complete", "modules/serverless"];
/** Made while the project runs, so that a fresh checkout lacks them. */
const MADE = /^(cdktf\.out|dist|\.local|\.cache|node_modules)\b/;

describe.each(documents().map((path) => [relative(ROOT, path).split(sep).join("/"), path]))("%s", (name, path) => {
  const text = read(path);

  test("names commands that package.json has", () => {
    const unknown = commandsOf(text).filter((command) => !scripts[command] && !OF_NPM.includes(command));
    expect(unknown).toEqual([]);
  });

  test("links to files and sections that are there", () => {
    const broken = linksOf(text).filter((link) => {
      const [file, anchor] = link.split("#") as [string, string | undefined];
      const target = file === "" ? path : resolve(dirname(path), file);
      if (!existsSync(target)) return true;
      return anchor !== undefined && target.endsWith(".md") && !anchorsOf(read(target)).has(anchor);
    });
    expect(broken).toEqual([]);
  });

  test("names paths that are there", () => {
    // Of what was, a changelog speaks too.
    if (name === "CHANGELOG.md") return expect(text).not.toBe("");
    const wanted = pathsOf(text).filter(
      (each) => TOP.includes(each.split("/")[0]!) && !MADE.test(each) && !OTHERS.includes(each),
    );
    expect(wanted.filter((each) => !existsSync(join(ROOT, each)) && !existsSync(join(dirname(path), each)))).toEqual(
      [],
    );
  });

  test("has shell commands that a shell can read", () => {
    const broken = shellBlocksOf(text).flatMap((block) => {
      try {
        execFileSync("bash", ["-n"], { input: block, stdio: ["pipe", "ignore", "pipe"] });
        return [];
      } catch (error) {
        return [`${block}\n${error}`];
      }
    });
    expect(broken).toEqual([]);
  });
});
