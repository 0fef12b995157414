import * as z from "zod";

/**
 * An input of text in a form that a pattern checks.
 *
 * @param hint What the pattern asks for, to complete "must …" in the message of either form, such as `be an S3 bucket name`.
 */
export const text = (pattern: RegExp, hint: string) =>
  z
    .string()
    .regex(pattern, { error: `must ${hint}` })
    .meta({ hint });
