import type * as z from "zod";

/**
 * Reads a function's event.
 * @param complaint what an error begins with
 * @throws Error that lists everything wrong with the event
 */
export function readEvent<S extends z.ZodType>(complaint: string, schema: S, event: unknown): z.output<S> {
  const result = schema.safeParse(event);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `  ${path.join(" → ") || "event"}: ${message}`);
  throw new Error(`${complaint}:\n${problems.join("\n")}`);
}
