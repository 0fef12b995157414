/** A part of a CLI configuration: where it starts and ends in the text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a CLI configuration is made of: comments, texts, heredocs, braces, names; everything else is one character at a time. */
const TOKEN =
  /#.*|\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\.|[^"\\\n])*"?|<<-?(\w+)\n[\s\S]*?^[ \t]*\1$|[{}]|[\w-]+|\s+|[\s\S]/gm;

const isBlank = (token: string): boolean => /^(\s|#|\/\/|\/\*)/.test(token);

/** The blocks of that name at the top of the configuration, whatever their layout; those in comments and texts are none. */
function blocks(config: string, name: string): Span[] {
  const found: Span[] = [];
  let depth = 0;
  let header: number | undefined;
  let start: number | undefined;
  for (const { 0: token, index } of config.matchAll(TOKEN)) {
    if (isBlank(token)) continue;
    if (token === "{") {
      if (depth === 0) start = header;
      depth += 1;
    } else if (token === "}") {
      depth -= 1;
      if (depth === 0 && start !== undefined) {
        found.push({ start, end: index + 1 });
        start = undefined;
      }
    }
    header = depth === 0 && token === name ? index : undefined;
  }
  return found;
}

/** Whether the configuration has a block of that name. */
export const hasBlock = (config: string, name: string): boolean => blocks(config, name).length > 0;

/** The configuration without its blocks of that name; every other character stays. */
export const withoutBlock = (config: string, name: string): string =>
  blocks(config, name).reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), config);
