import { definitionOf, FUNCTION_NAMES, type FunctionName } from "../../handlers/functions";

/** Functions that examples/pipeline does without, and why. */
const NOT_SHOWN: Readonly<Partial<Record<FunctionName, string>>> = {
  replay: "`npm run replay` works on environments of envs/",
};

export const SHOWN_FUNCTIONS = FUNCTION_NAMES.filter((name) => !NOT_SHOWN[name]);

/** HCL that gives examples/pipeline what the functions' definitions say, formatted as `terraform fmt` does. */
export function exampleFunctions(): string {
  const width = Math.max(...SHOWN_FUNCTIONS.map((name) => name.length));
  const rows = SHOWN_FUNCTIONS.map((name) => {
    const { timeoutSeconds, memoryMib, reservedConcurrency = -1 } = definitionOf(name);
    const body = `timeout_seconds = ${timeoutSeconds}, memory_mib = ${memoryMib}, reserved_concurrency = ${reservedConcurrency}`;
    return `    ${name.padEnd(width)} = { ${body} }`;
  });
  return [
    "# From handlers/*/function.ts; `npm run docs` writes it. A reserved concurrency of -1 is the account's unreserved one.",
    "locals {",
    "  functions = {",
    ...rows,
    "  }",
    "}",
    "",
  ].join("\n");
}
