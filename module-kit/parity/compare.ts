type Json = unknown;

/** What Terraform's mock makes up for values nested in blocks, where nothing can be overridden. */
const MADE_UP = /^[a-z0-9]{8}$/;

/** Where two values differ, each with a path; `given` is what the case's inputs hold, which is never made up. */
export function differences(stack: Json, module: Json, given: string, path = ""): string[] {
  if (stack === module) return [];
  if (isMadeUp(stack, given) && isMadeUp(module, given)) return [];
  if (!isContainer(stack) || !isContainer(module)) {
    return [`${path}: ${JSON.stringify(stack)} in the stack, ${JSON.stringify(module)} in the module`];
  }
  const keys = new Set([...Object.keys(stack), ...Object.keys(module)]);
  return [...keys].flatMap((key) => differences(stack[key], module[key], given, path ? `${path}.${key}` : key));
}

const isContainer = (value: Json): value is Record<string, Json> => typeof value === "object" && value !== null;

const isMadeUp = (value: Json, given: string): boolean =>
  typeof value === "string" && MADE_UP.test(value) && !given.includes(value);
