import * as fs from "node:fs";
import * as path from "node:path";

const DOCS = path.join(__dirname, "../../docs");

/**
 * Text of a document with the section between `<!-- generated:<name> -->` and `<!-- /generated -->` replaced.
 * @throws Error where the document has no such section.
 */
export function replaceSection(text: string, name: string, content: string): string {
  const section = new RegExp(`(<!-- generated:${name} -->\\n)[\\s\\S]*?(<!-- /generated -->)`);
  if (!section.test(text)) throw new Error(`There is no section <!-- generated:${name} --> … <!-- /generated -->`);
  return text.replace(section, (_, start, end) => `${start}\n${content}\n\n${end}`);
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Documents as they should be, by file name, from the generated sections of each. */
export function documents(
  sections: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sections).map(([file, contents]) => {
      const text = fs.readFileSync(path.join(DOCS, file), "utf8");
      return [
        file,
        Object.entries(contents).reduce((now, [name, content]) => replaceSection(now, name, content), text),
      ];
    }),
  );
}

/** Files whose generated sections are stale. */
export const stale = (wanted: Readonly<Record<string, string>>): string[] =>
  Object.keys(wanted).filter((file) => fs.readFileSync(path.join(DOCS, file), "utf8") !== wanted[file]);

/** Writes the documents. */
export function write(wanted: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(wanted)) fs.writeFileSync(path.join(DOCS, file), text);
}
