/** Text without blocks of code, in which a # is no heading. */
const withoutBlocks = (text: string) => text.replace(/^```[\s\S]*?^```$/gm, "");

/** Names after `npm run`, such as `plan`; `npm start` and its like too. In prose, only within code. */
export const commandsOf = (text: string): string[] =>
  [...text.matchAll(/(?:`|^|&& |run: )npm (?:run(?: -s)? )?([a-z][\w:-]*)/gm)].map(([, name]) =>
    name!.replace(/[-:]$/, ""),
  );

/** Targets of links within the repository, without pages of the web. */
export const linksOf = (text: string): string[] =>
  [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^(https?|mailto):/.test(target));

/** Anchors of headings, as GitHub makes them: lower case, without punctuation, hyphens for spaces. */
export function anchorsOf(text: string): Set<string> {
  const headings = [...withoutBlocks(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => heading!);
  const made = [...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id]) => id!);
  const plain = (heading: string) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-");
  return new Set([...headings.map(plain), ...made]);
}

/** Paths in code spans: at least one slash, a plain name in each part. What has a placeholder or a pattern is none. */
export const pathsOf = (text: string): string[] =>
  [...withoutBlocks(text).matchAll(/`([\w.@-]+(?:\/[\w.@-]+)+\/?)`/g)].map(([, path]) => path!);

/** Blocks of shell commands. */
export const shellBlocksOf = (text: string): string[] =>
  [...text.matchAll(/^```(?:sh|bash|shell)\n([\s\S]*?)^```$/gm)].map(([, block]) => block!.replace(/<[\w -]+>/g, "x"));
