import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { flinkJava } from "../local/platform/install/java-runtime";
import { originOf } from "../scripts/docs/origin";
import { findJdk } from "../toolchain/java";
import { findPython } from "../toolchain/python";
import { allCases, type Case, GOAL_PARALLELISM, keyOf, MANY_TICKERS } from "./flink/cases";
import { openMarket, PARTITIONS } from "./flink/market";
import { type Bench, measure } from "./flink/measure";
import { classPath } from "./flink/programs";
import { measurePyflink } from "./flink/pyflink";
import { publish, sections } from "./flink/report";
import { measureInRounds } from "./flink/rounds";

const PARALLELISMS = [1, 2, 4];
const PROFILED: Case = {
  subject: "job",
  backend: "hashmap",
  tickers: MANY_TICKERS,
  parallelism: GOAL_PARALLELISM,
};

const { values: options } = parseArgs({
  options: {
    records: { type: "string", default: "12000000" },
    "warm-up": { type: "string", default: "1000000" },
    rounds: { type: "string", default: "5" },
    "rounds-of-others": { type: "string", default: "2" },
    pyflink: { type: "boolean", default: false },
    "dry-run": { type: "boolean", default: false },
  },
});
const COMMAND = ["npm run bench:flink", ...(process.argv.length > 2 ? ["--", ...process.argv.slice(2)] : [])].join(" ");

/** An option's number. @throws Error that says what is allowed */
function number(name: "records" | "warm-up" | "rounds" | "rounds-of-others", multipleOf = 1): number {
  const value = Number(options[name]);
  if (Number.isInteger(value) && value > 0 && value % multipleOf === 0) return value;
  throw new Error(`--${name} is "${options[name]}"; it must be a positive multiple of ${multipleOf}`);
}

/** Measures the Flink job next to other programs for the same work, and writes docs/PERFORMANCE.md's tables unless it is a dry run. */
async function main(): Promise<void> {
  // The commit that is measured, whatever is committed meanwhile.
  const origin = originOf(COMMAND);
  const amounts = { records: number("records", PARTITIONS), warmUp: number("warm-up", PARTITIONS) };
  const rounds = { goals: number("rounds"), others: number("rounds-of-others") };
  const jdk = findJdk();
  const programs = await classPath(jdk);
  const java = await flinkJava({ jdk, python: findPython() });
  const market = await openMarket(java, programs, amounts.records);
  const bench: Bench = { java, classPath: programs, market, amounts };
  try {
    const results = await measureInRounds(allCases(PARALLELISMS), rounds, (wanted) => measured(bench, wanted));
    const stacks = join(market.dir, "stacks");
    await measure(bench, PROFILED, stacks);
    const pyflink = options.pyflink ? await measurePyflink(bench) : [];
    const findings = { origin, results, amounts, pyflink, profile: await readFile(stacks, "utf8") };
    console.log(Object.values(sections(findings)).join("\n\n"));
    if (!options["dry-run"]) publish(findings);
  } finally {
    await market.close();
  }
}

async function measured(bench: Bench, wanted: Case) {
  const sample = await measure(bench, wanted);
  const { records, wallSeconds, cpuSeconds } = sample;
  const perSecond = Math.round(records / wallSeconds).toLocaleString("en");
  console.error(`${keyOf(wanted).padEnd(28)} ${perSecond} records/s, ${cpuSeconds.toFixed(1)} CPU-s`);
  return sample;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
