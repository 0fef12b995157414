import type { Finding } from "./check";
import type { Report } from "./look";

const MARKS: Readonly<Record<Finding["outcome"], string>> = {
  passed: "ok    ",
  notice: "note  ",
  failed: "FAILED",
  unchecked: "?     ",
};

/** Whether a deployment would fail. */
export const fails = (reports: readonly Report[]): boolean =>
  reports.some(({ findings }) => findings.some(({ outcome }) => outcome === "failed"));

/** A line for each finding. */
export const describe = (reports: readonly Report[]): string =>
  reports
    .flatMap(({ title, findings }) =>
      findings.map(({ outcome, message }) => `  ${MARKS[outcome]}  ${title}: ${message}`),
    )
    .join("\n");

/** The last line. */
export function summarize(reports: readonly Report[]): string {
  const count = (outcome: Finding["outcome"]) =>
    reports.filter(({ findings }) => findings.some((finding) => finding.outcome === outcome)).length;
  const open = count("unchecked");
  return [
    `${reports.length} checks`,
    count("failed") > 0 ? `${count("failed")} failed` : "none failed",
    ...(open > 0 ? [`${open} could not be made`] : []),
  ].join(", ");
}
