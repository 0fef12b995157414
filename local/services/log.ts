/** Severity of a log line. */
export type Level = "info" | "warn" | "error";

/** Writes one JSON line to standard output, which the supervisor keeps in a file. */
export function log(level: Level, message: string, detail: Readonly<Record<string, unknown>> = {}): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...detail })}\n`);
}

/** The message of anything thrown. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
