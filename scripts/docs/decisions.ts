import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { table } from "./sections";

const FOLDER = join(__dirname, "..", "..", "docs", "decisions");

/** What every record has, in this order. */
const PARTS =
  /^# (\d+)\. (.+)\n\n- \*\*Status:\*\* (accepted|superseded by \[.+\]\(.+\))\n- \*\*Date:\*\* (\d{4}-\d{2}-\d{2})\n/;
const SECTIONS = ["Context", "Decision", "Alternatives", "Consequences"];

/**
 * The decision records of docs/decisions, by number.
 * @throws Error that names a record and what it lacks
 */
export function decisionsTable(): string {
  const files = readdirSync(FOLDER).filter((name) => /^\d{4}-/.test(name));
  return table(
    ["decision", "date", "status"],
    files.sort().map((file) => {
      const text = readFileSync(join(FOLDER, file), "utf8");
      const [, number, title, status, date] = PARTS.exec(text) ?? [];
      if (Number(number) !== Number(file.slice(0, 4)))
        throw new Error(
          `docs/decisions/${file} must begin with "# <its number>. <title>", a status and a date, as the others do`,
        );
      const missing = SECTIONS.filter((section) => !text.includes(`\n## ${section}\n`));
      if (missing.length > 0) throw new Error(`docs/decisions/${file} lacks the section ${missing.join(" and ")}`);
      return [`[${title}](decisions/${file})`, date!, status!];
    }),
  );
}
