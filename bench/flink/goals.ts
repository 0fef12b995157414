import { type Case, FEW_TICKERS, GOAL_PARALLELISM, MANY_TICKERS } from "./cases";
import { perCpuSecond, perSecond, type Results } from "./results";
import type { Spread } from "./statistics";

/** A goal of the job, and what was measured. */
export interface Goal {
  readonly name: string;
  readonly limit: number;
  readonly direction: "at least" | "at most";
  readonly unit: "×" | "MB";
  readonly measured: Spread;
}

/** What the rounds say of a goal: all of them meet it, their median does while one of them does not, or the median misses it. */
export type Verdict = "met" | "met by the median" | "missed";

export function verdictOn({ limit, direction, measured: { median, least, greatest } }: Goal): Verdict {
  const meets = (value: number) => (direction === "at least" ? value >= limit : value <= limit);
  if (!meets(median)) return "missed";
  return meets(least) && meets(greatest) ? "met" : "met by the median";
}

const fromKafka = (subject: Case["subject"], tickers: number, backend: Case["backend"] = "hashmap"): Case => ({
  subject,
  backend,
  tickers,
  parallelism: GOAL_PARALLELISM,
});

const oneTicker = (parallelism: number): Case => ({
  subject: "job-in-memory",
  backend: "hashmap",
  tickers: 1,
  parallelism,
});

/** The goals at the machine's parallelism. @param jarBytes size of the job's jar */
export function goals(results: Results, jarBytes: number): Goal[] {
  return [
    ...[FEW_TICKERS, MANY_TICKERS].flatMap((tickers) => efficiencyGoals(results, tickers)),
    {
      name: `one busy ticker: records a second at parallelism ${GOAL_PARALLELISM}, of those at 1`,
      limit: 1.7,
      direction: "at least",
      unit: "×",
      measured: results.ratio(oneTicker(GOAL_PARALLELISM), oneTicker(1), perSecond),
    },
    jarGoal(jarBytes / 1e6),
  ];
}

function efficiencyGoals(results: Results, tickers: number): Goal[] {
  const job = fromKafka("job", tickers);
  const cpu = (sample: { cpuSeconds: number }) => sample.cpuSeconds;
  const among = `${tickers.toLocaleString("en")} tickers`;
  return [
    {
      name: `${among}: records per CPU-second, of the bare loop's`,
      limit: 0.6,
      direction: "at least",
      unit: "×",
      measured: results.ratio(job, fromKafka("loop", tickers), perCpuSecond),
    },
    {
      name: `${among}: records per CPU-second, of Flink SQL's`,
      limit: 1.5,
      direction: "at least",
      unit: "×",
      measured: results.ratio(job, fromKafka("sql", tickers), perCpuSecond),
    },
    {
      name: `${among}: CPU with RocksDB, of that with the heap`,
      limit: 1.15,
      direction: "at most",
      unit: "×",
      measured: results.ratio(fromKafka("job", tickers, "rocksdb"), job, cpu),
    },
  ];
}

const jarGoal = (megabytes: number): Goal => ({
  name: "size of the jar",
  limit: 25,
  direction: "at most",
  unit: "MB",
  measured: { median: megabytes, least: megabytes, greatest: megabytes },
});
