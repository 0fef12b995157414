import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import { bundleFunctions } from "../handlers/bundle";
import { FUNCTION_NAMES, type FunctionName } from "../handlers/functions";

/** Starts of each program; they take turns, so that a busy moment hits all alike, and the median counts. */
const ROUNDS = 15;

/** A function's figures. */
interface BundleFigures {
  readonly name: FunctionName;
  /** Code that Lambda loads, the AWS SDK left out, in bytes. */
  readonly codeBytes: number;
  readonly zipBytes: number;
  /** Milliseconds from the start of Node until the handler is loaded. */
  readonly loadMs: number;
  /** `loadMs` as a ratio to Node with an empty program. */
  readonly loadRatio: number;
}

/** Measures size and load time of every function's bundle, next to bare Node. */
async function measureBundles(rounds = ROUNDS): Promise<{ bareNodeMs: number; bundles: BundleFigures[] }> {
  const archives = await bundleFunctions();
  const directory = mkdtempSync(path.join(tmpdir(), "bundles-"));
  try {
    const programs = new Map<string, string>([["bare", writeProgram(directory, "bare", "")]]);
    for (const name of FUNCTION_NAMES)
      programs.set(name, writeProgram(directory, name, unzipSync(readFileSync(archives[name]))["index.js"]!));

    const times = new Map([...programs.keys()].map((name) => [name, [] as number[]]));
    for (let round = 0; round < rounds; round++)
      for (const [name, file] of programs) times.get(name)!.push(timeStart(file));

    const bareNodeMs = median(times.get("bare")!);
    const bundles = FUNCTION_NAMES.map((name) => {
      const loadMs = median(times.get(name)!);
      const codeBytes = statSync(programs.get(name)!).size;
      return { name, codeBytes, zipBytes: statSync(archives[name]).size, loadMs, loadRatio: loadMs / bareNodeMs };
    });
    return { bareNodeMs, bundles };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function writeProgram(directory: string, name: string, code: string | Uint8Array): string {
  const folder = path.join(directory, name);
  mkdirSync(folder);
  const file = path.join(folder, "index.js");
  writeFileSync(file, code);
  return file;
}

function timeStart(file: string): number {
  const startedAt = process.hrtime.bigint();
  // Lambda's runtime has the AWS SDK on this path.
  const env = { PATH: process.env.PATH, NODE_PATH: path.resolve(__dirname, "../node_modules") };
  execFileSync(process.execPath, [file], { env, stdio: "ignore" });
  return Number(process.hrtime.bigint() - startedAt) / 1e6;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** The figures as a Markdown table. */
function bundleTable({ bareNodeMs, bundles }: Awaited<ReturnType<typeof measureBundles>>): string {
  const kilobytes = (bytes: number) => (bytes / 1_000).toFixed(0);
  return [
    "| function | code (kB) | zip (kB) | load (ms) | × bare Node |",
    "| --- | ---: | ---: | ---: | ---: |",
    `| bare Node | 0 | 0 | ${bareNodeMs.toFixed(0)} | 1.00 |`,
    ...bundles.map(
      ({ name, codeBytes, zipBytes, loadMs, loadRatio }) =>
        `| ${name} | ${kilobytes(codeBytes)} | ${kilobytes(zipBytes)} | ${loadMs.toFixed(0)} | ${loadRatio.toFixed(2)} |`,
    ),
  ].join("\n");
}

measureBundles().then((figures) => console.log(bundleTable(figures)));
