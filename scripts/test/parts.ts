import { join } from "node:path";
import { cdktfCli } from "../../toolchain/cdktf-cli";
import { type Counts, jestCounts, single, surefireCounts } from "./counts";

/** One command of a part, and how its results are read once it has ended. */
export interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Counts of the tests that it ran. @throws when it left no report. */
  readonly counts: (succeeded: boolean) => Counts;
  /** Folder to run in; the repository's root by default. */
  readonly directory?: string;
  /** File or folder of an earlier run's report, to be removed first. */
  readonly report?: string;
}

/** Parts of `npm test`, in the order in which they run: what fails fastest comes first. */
export const PARTS = [
  "lint",
  "unit",
  "synth",
  "security",
  "flink",
  "modules",
  "integration",
  "e2e",
  "rehearsal",
] as const;
export type Part = (typeof PARTS)[number];

/** Rows that run at the same time: the laptop and the rehearsals mostly wait, for windows and for Terraform's provider. */
const AT_THE_SAME_TIME: readonly (readonly Part[])[] = [["modules", "integration"], ["e2e"], ["rehearsal"]];

/** Rows of parts, each row one part after the other. The rows side by side run at the same time, after the first. */
export function inRows(parts: readonly Part[]): {
  readonly first: readonly Part[];
  readonly sideBySide: readonly (readonly Part[])[];
} {
  const sideBySide = AT_THE_SAME_TIME.map((row) => parts.filter((part) => row.includes(part)));
  return { first: parts.filter((part) => !sideBySide.flat().includes(part)), sideBySide };
}

const node = process.execPath;

/** Steps of each part, for the repository at `root`; reports are written below `reports`. */
export function steps(root: string, reports: string): Record<Part, () => readonly Step[]> {
  const tool = (name: string, program: string, ...args: string[]): Step => ({
    name,
    command: node,
    args: [join(root, "node_modules", program), ...args],
    counts: (succeeded) => single(name, succeeded),
  });
  const jest = (kind: string, workers = 2, ...more: string[]): Step => {
    const report = join(reports, `${kind}.json`);
    const args = ["--selectProjects", kind, `--maxWorkers=${workers}`, "--json", `--outputFile=${report}`, ...more];
    return { ...tool(kind, "jest/bin/jest.js", ...args), report, counts: () => jestCounts(report, root) };
  };
  const surefire = join(root, "flink-job", "target", "surefire-reports");
  return {
    lint: () => [
      tool("format and lint", "@biomejs/biome/bin/biome", "check", "--error-on-warnings"),
      tool("words", "tsx/dist/cli.mjs", "scripts/lint-words.ts"),
      tool("types", "typescript/bin/tsc", "--noEmit"),
    ],
    unit: () => [jest("unit")],
    synth: () => [tool("cdktf synth", cdktfCli(root), "synth"), jest("synth")],
    security: () => [tool("checkov", "tsx/dist/cli.mjs", "scripts/security.ts")],
    flink: () => [
      {
        name: "flink",
        command: node,
        args: [join(root, "node_modules", "tsx/dist/cli.mjs"), "scripts/flink-tests.ts"],
        report: surefire,
        counts: () => surefireCounts(surefire),
      },
    ],
    modules: () => [
      tool("generated modules are fresh", "tsx/dist/cli.mjs", "scripts/modules.ts", "--check"),
      jest("modules"),
    ],
    integration: () => [jest("integration")],
    // There is one laptop per checkout.
    e2e: () => [jest("e2e", 1)],
    // One environment: each takes more than five minutes of CPU. All are rehearsed by `npm run test:rehearsal`.
    rehearsal: () => [jest("rehearsal", 1, "--testPathPatterns=rehearsal/dev")],
  };
}
