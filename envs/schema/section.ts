import { z } from "zod";

/** An object that refuses unknown fields and says which ones it knows. */
export function section<S extends z.core.$ZodLooseShape>(shape: S) {
  const allowed = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? `unknown field ${issue.keys.join(", ")}; allowed are ${allowed}` : undefined,
  });
}
