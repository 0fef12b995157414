import type { z } from "zod";
import type { AwsError } from "./aws-error";

/** One API operation: its input's shape and what it does. */
export interface Operation {
  run(input: unknown): Promise<object>;
}

/** Turns a list of problems with an input into the service's own error type. */
export type RefuseInput = (problems: string) => AwsError;

function describe(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => `${path.length > 0 ? path.join(".") : "input"}: ${message}`)
    .join("; ");
}

/** Builds operations of one service, whose wrong inputs are refused with that service's error. */
export function operationsOf(refuse: RefuseInput) {
  return function operation<S extends z.ZodType>(
    schema: S,
    run: (input: z.output<S>) => object | Promise<object>,
  ): Operation {
    return {
      async run(input) {
        const parsed = schema.safeParse(input);
        if (!parsed.success) throw refuse(describe(parsed.error));
        return run(parsed.data);
      },
    };
  };
}
