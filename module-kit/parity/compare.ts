type Json = unknown;
type Path = readonly string[];

/** What Terraform's mock makes up for text that is nested in a block, where nothing can be overridden. */
const MADE_UP = /^[a-z0-9]{8}$/;

/**
 * Where two values differ, each with a path.
 *
 * @param isComputed Whether the provider computes what is at a path. There, and only there, two texts that a mock made up count as
 * equal. Default: nowhere.
 */
export function differences(
  stack: Json,
  module: Json,
  isComputed: (path: Path) => boolean = () => false,
  path: Path = [],
): string[] {
  if (stack === module) return [];
  if (isMadeUp(stack) && isMadeUp(module) && isComputed(path)) return [];
  if (!isContainer(stack) || !isContainer(module)) {
    return [`${path.join(".")}: ${JSON.stringify(stack)} in the stack, ${JSON.stringify(module)} in the module`];
  }
  const keys = new Set([...Object.keys(stack), ...Object.keys(module)]);
  return [...keys].flatMap((key) => differences(stack[key], module[key], isComputed, [...path, key]));
}

const isContainer = (value: Json): value is Record<string, Json> => typeof value === "object" && value !== null;

const isMadeUp = (value: Json): boolean => typeof value === "string" && MADE_UP.test(value);
