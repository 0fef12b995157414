import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findWords } from "./words/check";

const ROOT = join(__dirname, "..");

/** Kinds of files that people write sentences and names in. */
const KINDS = ["md", "ts", "mjs", "java", "py", "tf", "hcl", "yml", "yaml", "sql", "sh"];

/**
 * The list itself and its test hold every word; the changelog has the names that were replaced; the licence is not ours to word; the
 * Java sources are not checked yet.
 */
const EXEMPT = [
  "CHANGELOG.md",
  "scripts/words/list.ts",
  "__tests__/unit/scripts/words.test.ts",
  "LICENSE",
  "flink-job/src/",
  "bench/flink/java/",
];

/** Files that git tracks or would track, so that a file is checked before it is first committed. */
function sources(): string[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: ROOT });
  return listed
    .toString()
    .split("\0")
    .filter((file) => KINDS.includes(file.split(".").at(-1) ?? "") && !EXEMPT.some((each) => file.startsWith(each)))
    .filter((file) => existsSync(join(ROOT, file)));
}

/** Part of `npm run lint`: words of scripts/words/list.ts in any file. @returns the exit code. */
function main(): number {
  const files = sources();
  const findings = files.flatMap((file) =>
    findWords(readFileSync(join(ROOT, file), "utf8")).map((finding) => ({ file, ...finding })),
  );
  for (const { file, line, word, instead } of findings)
    console.error(`${file}:${line}: "${word}": write ${instead} (scripts/words/list.ts)`);
  if (findings.length === 0) console.log(`Checked the words of ${files.length} files.`);
  return findings.length > 0 ? 1 : 0;
}

process.exitCode = main();
