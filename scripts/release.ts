import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { version } from "../package.json";
import { buildRelease } from "./release/build";

const ROOT = resolve(__dirname, "..");
const USAGE = `npm run release -- --dry-run [--output <folder>]   makes the files of release ${version} of this working tree
npm run release                                   the same, only if the last commit has the tag v${version} and nothing is uncommitted
Function zips, the Flink job's jar, the modules and SHA256SUMS go to dist/release, or to the folder. The same sources give the same bytes.`;

/** @returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const at = args.indexOf("--output");
  const output = at < 0 ? "dist/release" : args[at + 1];
  const others = at < 0 ? args : args.filter((_, i) => i !== at && i !== at + 1);
  if (!output || others.some((arg) => arg !== "--dry-run")) {
    console.error(USAGE);
    return 2;
  }
  if (!others.includes("--dry-run")) refuseUnlessTagged();
  const files = await buildRelease(ROOT, resolve(output));
  for (const { name, sha256 } of files) console.log(`${sha256}  ${name}`);
  console.log(`${files.length} files of release ${version} in ${output}`);
  return 0;
}

/** What is published can be found again by its tag. */
function refuseUnlessTagged(): void {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: ROOT, encoding: "utf8" }).trim();
  if (git("status", "--porcelain") !== "")
    throw new Error("there are uncommitted changes: commit them, or use --dry-run");
  const tags = git("tag", "--points-at", "HEAD").split("\n");
  if (!tags.includes(`v${version}`))
    throw new Error(`the last commit has no tag v${version}, the version in package.json: tag it, or use --dry-run`);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
