import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { PROJECT_DIR } from "../../local/platform/paths";
import { buildJob } from "../../scripts/build-job";
import { madeBy, type Origin } from "../../scripts/docs/origin";
import { documents, table, write } from "../../scripts/docs/sections";
import { type Case, FEW_TICKERS, GOAL_PARALLELISM, nameOf } from "./cases";
import { flameGraph } from "./flame-graph";
import { goals } from "./goals";
import { type Amounts, IN_MEMORY_FACTOR, type Sample, WARM_UPS } from "./measure";
import { barChart } from "./plot";
import { type Share, sharesOf, withoutCompiler } from "./profile";
import { perCpuSecond, type Results } from "./results";
import { goalsTable, type Line, lineOf, resultsTable } from "./tables";

const FLAMES = "Processor time of the job: heap state, 5,000 tickers, parallelism 2";
const FOLDER = join(PROJECT_DIR, "docs", "performance");

/** All that the bench found out. */
export interface Findings {
  readonly origin: Origin;
  readonly results: Results;
  readonly amounts: Amounts;
  /** None when it was not asked for. */
  readonly pyflink: readonly Sample[];
  /** Stacks of the job with heap state and many tickers, as the profiler collapsed them. */
  readonly profile: string;
}

/** The findings as Markdown, by the section of docs/PERFORMANCE.md that shows them. */
export function sections({ origin, results, amounts, pyflink, profile }: Findings): Record<string, string> {
  const millions = (count: number): string => `${count / 1e6} million`;
  return {
    "flink-goals": goalsTable(goals(results, statSync(buildJob().jarPath).size)),
    "flink-results": [
      `${madeBy(origin)}: ${millions(amounts.records)} records a run (${IN_MEMORY_FACTOR} times as many in memory) after ${WARM_UPS} × ${millions(amounts.warmUp)} to warm up, on ${machine()}.`,
      resultsTable([...results.rows.map(lineOf), ...pyflinkLine(pyflink)]),
      ...(pyflink.length > 0
        ? []
        : ["PyFlink was left out of this run: `npm run bench:flink -- --pyflink` measures it too."]),
    ].join("\n\n"),
    "flink-profile": profileSection(sharesOf(profile)),
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function profileSection(shares: readonly Share[]): string {
  const [first, second, third] = shares;
  const verdict =
    first && second && third
      ? `What dominates is ${first.group} with ${percent(first.share)}, before ${second.group} (${percent(second.share)}) and ${third.group} (${percent(third.share)}).`
      : "";
  const rows = shares.map(({ group, share }) => [group, percent(share)]);
  return `${verdict}\n\n${table(["part of the work", "share of processor time"], rows)}`;
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
  writeFileSync(join(FOLDER, "flame-graph.svg"), flameGraph(FLAMES, withoutCompiler(findings.profile)));
  const rows = findings.results.rows.flatMap(({ case: it, samples }) =>
    samples.map((sample, round) => ({ ...it, round, ...sample })),
  );
  writeFileSync(
    join(FOLDER, "flink.generated.json"),
    `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n]\n`,
  );
}

function plot(results: Results): string {
  const headings = [...new Set(results.rows.map(({ case: it }) => headingOf(it)))];
  const groups = headings.map((heading) => ({
    heading,
    bars: results.rows
      .filter(({ case: it }) => headingOf(it) === heading)
      .map(({ case: it }) => ({ label: nameOf(it), value: results.of(it, perCpuSecond) })),
  }));
  const title = "Thousand records per CPU-second; lines from the least to the greatest round";
  return barChart(title, groups, (value) => (value / 1000).toFixed(0));
}

const headingOf = ({ tickers, parallelism }: Case): string =>
  `${tickers === 1 ? "one busy ticker" : `${tickers.toLocaleString("en")} tickers`}, parallelism ${parallelism}`;
