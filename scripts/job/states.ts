import type { ApplicationDetail, ApplicationStatus } from "@aws-sdk/client-kinesis-analytics-v2";

/** States that AWS ends by itself. */
const PASSING: ReadonlySet<string> = new Set<ApplicationStatus>([
  "AUTOSCALING",
  "FORCE_STOPPING",
  "MAINTENANCE",
  "ROLLING_BACK",
  "STARTING",
  "STOPPING",
  "UPDATING",
]);

/**
 * @throws Error when the application's state does not allow what is asked for; it names the state, those that do, and what to do
 */
export function requireState(
  { ApplicationName, ApplicationStatus: state = "READY" }: ApplicationDetail,
  purpose: string,
  allowed: readonly ApplicationStatus[],
  environment: string,
  advice: Partial<Record<ApplicationStatus, string>> = {},
): void {
  if (allowed.includes(state)) return;
  const known =
    advice[state] ??
    (PASSING.has(state) ? `wait until that has ended (npm run job -- status --env ${environment})` : undefined);
  throw new Error(
    `${ApplicationName} is ${state}; ${purpose} needs ${allowed.join(", ").replace(/, (\w+)$/, " or $1")}${known ? `: ${known}` : ""}.`,
  );
}
