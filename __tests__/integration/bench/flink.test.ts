import { type Case, FEW_TICKERS, GOAL_PARALLELISM, nameOf } from "../../../bench/flink/cases";
import { type Market, openMarket } from "../../../bench/flink/market";
import { type Bench, measure } from "../../../bench/flink/measure";
import { classPath } from "../../../bench/flink/programs";
import { flinkJava } from "../../../local/platform/install/java-runtime";
import { findJdk } from "../../../toolchain/java";
import { findPython } from "../../../toolchain/python";

const AMOUNTS = { records: 8_000, warmUp: 0 };

/** Each program once: that it ends says that windows with all records came out of it. */
const CASES: readonly Case[] = (["loop", "job", "sql", "job-in-memory"] as const).map((subject) => ({
  subject,
  backend: "hashmap",
  tickers: FEW_TICKERS,
  parallelism: GOAL_PARALLELISM,
}));

let market: Market;
let bench: Bench;

beforeAll(async () => {
  const jdk = findJdk();
  const programs = await classPath(jdk);
  const java = await flinkJava({ jdk, python: findPython() });
  market = await openMarket(java, programs, AMOUNTS.records);
  bench = { java, classPath: programs, market, amounts: AMOUNTS };
}, 300_000);

afterAll(async () => {
  await market?.close();
});

test.each(CASES.map((wanted) => [nameOf(wanted), wanted] as const))(
  "%s processes every record",
  async (_name, wanted) => {
    const sample = await measure(bench, wanted);
    expect(sample.records).toBeGreaterThanOrEqual(AMOUNTS.records);
    expect(sample.wallSeconds).toBeGreaterThan(0);
  },
);
