import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { checkConfiguration } from "../module-kit/provider-check/check";
import { writtenConfigurations } from "../module-kit/provider-check/configurations";
import { REPOSITORY, readTypes, writeTypes } from "../module-kit/provider-check/record";
import { aws6, SCHEMA_FILE } from "../module-kit/provider-check/schema";

const USAGE = `npm run provider-schema                       hold modules/ and examples/ to the recorded schema of version 6 of the AWS provider
npm run provider-schema -- <folder> [types]   record the schema again, with more types such as aws_vpc or data.aws_vpc, from a clone of
                                              ${REPOSITORY} whose last commit is the version`;

/** @returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  if (args.some((arg) => arg.startsWith("-")) || args.slice(1).some((type) => !AWS_TYPE.test(type))) {
    console.error(USAGE);
    return 2;
  }
  if (args[0]) await record(resolve(args[0]), args.slice(1));
  const types = aws6();
  const files = await writtenConfigurations();
  const found = files.map(({ file, json }) => checkConfiguration(types, file, json));
  const sum = (what: "blocks" | "arguments" | "reads") => found.reduce((total, each) => total + each[what], 0);
  const problems = found.flatMap((each) => each.problems);
  console.log(
    `${types.provider}: ${files.length} files, ${sum("blocks")} blocks, ${sum("arguments")} arguments and ${sum("reads")} references: ${problems.length} problems`,
  );
  for (const problem of problems) console.error(`  ${problem}`);
  return problems.length > 0 ? 1 : 0;
}

const AWS_TYPE = /^(data\.)?aws_\w+$/;

async function record(checkout: string, more: readonly string[]): Promise<void> {
  const git = (...args: string[]) => execFileSync("git", ["-C", checkout, ...args], { encoding: "utf8" }).trim();
  const version = /\d+\.\d+\.\d+/.exec(git("log", "-1", "--format=%s"))?.[0];
  if (!version) throw new Error(`${checkout}: the last commit's subject names no version of the provider`);
  const used = (await writtenConfigurations()).flatMap(({ json }) => [
    ...Object.keys(json.resource ?? {}),
    ...Object.keys(json.data ?? {}).map((type) => `data.${type}`),
  ]);
  const before = aws6();
  const kept = [...Object.keys(before.resource), ...Object.keys(before.data).map((type) => `data.${type}`)];
  const types = [...used, ...kept, ...more].filter((type) => AWS_TYPE.test(type));
  const recorded = readTypes(checkout, version, git("rev-parse", "--short=8", "HEAD"), types);
  writeTypes(SCHEMA_FILE, recorded);
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
