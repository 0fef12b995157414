import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a step's tests came to. `failures` names each failed test for the summary. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly string[];
}

/** A step that is one check: lint, types, freshness. */
export const single = (name: string, succeeded: boolean): Counts =>
  succeeded
    ? { passed: 1, failed: 0, skipped: 0, failures: [] }
    : { passed: 0, failed: 1, skipped: 0, failures: [name] };

/** The sum of all counts. */
export const total = (counts: readonly Counts[]): Counts => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  skipped: counts.reduce((sum, { skipped }) => sum + skipped, 0),
  failures: counts.flatMap(({ failures }) => failures),
});

/** A runner that failed without a failed test (it crashed, or found no test) is one failure: never a silent success. */
export function withExitCode(counts: Counts, name: string, succeeded: boolean): Counts {
  if (succeeded || counts.failed > 0) return counts;
  return total([counts, single(name, false)]);
}

interface JestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Counts of a `jest --json` report; a file that could not be loaded is one failure. @throws when there is no report. */
export function jestCounts(file: string, root: string): Counts {
  const report: JestReport = JSON.parse(readFileSync(file, "utf8"));
  const perFile = report.testResults.map(({ name, message, assertionResults }): Counts => {
    const path = name.replace(`${root}/`, "");
    const of = (status: string) => assertionResults.filter((result) => result.status === status);
    const failed = of("failed").map(({ fullName }) => `${path}: ${fullName}`);
    const loaded = assertionResults.length > 0 || !message;
    const failures = loaded ? failed : [`${path}: could not be loaded`];
    return {
      passed: of("passed").length,
      failed: failures.length,
      skipped: assertionResults.length - of("passed").length - failed.length,
      failures,
    };
  });
  return total(perFile);
}

/** Counts of the JUnit reports that Maven's Surefire and Failsafe wrote into `directory`. @throws when there is none. */
export function surefireCounts(directory: string): Counts {
  const files = existsSync(directory) ? readdirSync(directory).filter((file) => /^TEST-.*\.xml$/.test(file)) : [];
  if (files.length === 0) throw new Error(`no test report in ${directory}`);
  return total(files.map((file) => suiteCounts(readFileSync(join(directory, file), "utf8"))));
}

function suiteCounts(xml: string): Counts {
  const suite = /<testsuite\b[^>]*>/.exec(xml)?.[0] ?? "";
  const count = (attribute: string) => Number(new RegExp(`\\b${attribute}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = count("failures") + count("errors");
  const cases = [...xml.matchAll(/<testcase\b[^>]*?(\/>|>[\s\S]*?<\/testcase>)/g)].map(([text]) => text);
  const failures = cases
    .filter((text) => /<(failure|error)\b/.test(text))
    .map((text) => `${/\bclassname="([^"]*)"/.exec(text)?.[1]}: ${/\bname="([^"]*)"/.exec(text)?.[1]}`);
  return { passed: count("tests") - failed - count("skipped"), failed, skipped: count("skipped"), failures };
}
