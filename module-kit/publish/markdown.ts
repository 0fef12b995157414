/** A Markdown table; cells may hold pipes and line breaks. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}

const cell = (text: string) => text.replace(/\|/g, "\\|").replace(/\s*\n\s*/g, "<br>");

/** Code within a line, whatever it holds. */
export const code = (text: string): string => (text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``);
