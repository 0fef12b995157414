import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { PROJECT_DIR } from "../../local/platform/paths";
import { buildJob } from "../../scripts/build-job";
import { documents, table, write } from "../../scripts/docs/sections";
import { FEW_TICKERS, GOAL_PARALLELISM, MANY_TICKERS, nameOf } from "./cases";
import { goals } from "./goals";
import type { Amounts, Sample } from "./measure";
import { barChart } from "./plot";
import { sharesOf } from "./profile";
import { perCpuSecond, type Results } from "./results";
import { goalsTable, type Line, lineOf, resultsTable } from "./tables";

const FOLDER = join(PROJECT_DIR, "docs", "performance");

/** All that the bench found out. */
export interface Findings {
  readonly results: Results;
  readonly amounts: Amounts;
  /** None when it was not asked for. */
  readonly pyflink: readonly Sample[];
  /** Stacks of the job with heap state and many tickers, as the profiler collapsed them. */
  readonly profile: string;
}

/** The findings as Markdown, by the section of docs/PERFORMANCE.md that shows them. */
export function sections({ results, amounts, pyflink, profile }: Findings): Record<string, string> {
  const millions = (count: number): string => `${count / 1e6} million`;
  return {
    "flink-goals": goalsTable(goals(results, statSync(buildJob().jarPath).size)),
    "flink-results": [
      `${millions(amounts.records)} records a run after ${millions(amounts.warmUp)} to warm up, on ${machine()}.`,
      resultsTable([...results.rows.map(lineOf), ...pyflinkLine(pyflink)]),
      ...(pyflink.length > 0
        ? []
        : ["PyFlink was left out of this run: `npm run bench:flink -- --pyflink` measures it too."]),
    ].join("\n\n"),
    "flink-profile": table(
      ["part of the work", "share of processor time"],
      sharesOf(profile).map(({ group, share }) => [group, `${(share * 100).toFixed(1)} %`]),
    ),
  };
}

const pyflinkLine = (samples: readonly Sample[]): Line[] =>
  samples.length > 0
    ? [{ name: "PyFlink DataStream", tickers: FEW_TICKERS, parallelism: GOAL_PARALLELISM, samples }]
    : [];

const machine = (): string => `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`;

/** Writes docs/PERFORMANCE.md's tables, and below docs/performance the plot and every single measurement. */
export function publish(findings: Findings): void {
  mkdirSync(FOLDER, { recursive: true });
  write(documents({ "PERFORMANCE.md": sections(findings) }));
  writeFileSync(join(FOLDER, "flink.svg"), plot(findings.results));
  const rows = findings.results.rows.flatMap(({ case: it, samples }) =>
    samples.map((sample, round) => ({ ...it, round, ...sample })),
  );
  writeFileSync(join(FOLDER, "flink.json"), `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n]\n`);
}

function plot(results: Results): string {
  const groups = [FEW_TICKERS, MANY_TICKERS].map((tickers) => ({
    heading: `${tickers.toLocaleString("en")} tickers`,
    bars: results.rows
      .filter(({ case: it }) => it.tickers === tickers && it.parallelism === GOAL_PARALLELISM)
      .map(({ case: it }) => ({ label: nameOf(it), value: results.of(it, perCpuSecond) })),
  }));
  const title = `Thousand records per CPU-second at parallelism ${GOAL_PARALLELISM}; lines from the least to the greatest round`;
  return barChart(title, groups, (value) => (value / 1000).toFixed(0));
}
