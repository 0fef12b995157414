import { grouped } from "../verdict/violation";
import { type Report, type StackReport, succeeded } from "./report";

const COLUMNS = ["stack", "resources", "requests", "operations", "second plan", "change", "destroy"] as const;

/** The report for a person: a table by stack, then everything that is wrong. */
export function render(report: Report): string {
  const rows = [COLUMNS, ...report.stacks.map(row)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((cells) => (cells[column] as string).length)));
  const table = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] as number))
      .join("  ")
      .trimEnd(),
  );
  const groups = grouped(report.violations).map(
    ({ violation: { stack, operation, subject, member, rule, detail }, times }) =>
      [
        `${stack}: ${[operation, subject, member].filter(Boolean).join(" ")}`,
        `    ${rule}`,
        `    ${detail}${times > 1 ? ` (${times} times)` : ""}`,
      ].join("\n"),
  );
  return [...table, "", ...report.interruptions, ...groups, ...report.failures, summary(report)].join("\n");
}

function row({
  stack,
  resources,
  requests,
  operations,
  secondPlan,
  change,
  refused,
  destroyed,
}: StackReport): string[] {
  const changed = change
    ? `${change.applied.length} changed${change.left.length > 0 ? `, ${change.left.length} left` : ""}`
    : "–";
  const ended = destroyed === undefined ? [] : [destroyed === 0 ? "nothing left" : `${destroyed} left`];
  const gone = [...(refused ? ["refused while protected"] : []), ...ended].join(", then ") || "–";
  const again = secondPlan.length === 0 ? "empty" : `${secondPlan.length} changes`;
  return [
    stack,
    String(resources || "–"),
    String(requests),
    String(operations),
    resources ? again : "–",
    changed,
    gone,
  ];
}

function summary(report: Report): string {
  const { environment, requests, operations, violations, failures, seconds } = report;
  const what = `${environment}: ${requests} requests of ${operations} operations in ${Math.round(seconds)} s`;
  if (succeeded(report)) return `${what}: none would be refused for its form, and each plan after an apply is empty.`;
  return `${what}: ${violations.length} violations of AWS's rules, ${failures.length} other failures.`;
}
