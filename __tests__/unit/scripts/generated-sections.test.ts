import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const DOCS = join(__dirname, "../../../docs");
const SECTION = /<!-- generated:([\w-]+) -->\n([\s\S]*?)<!-- \/generated -->/g;

const SECTIONS = readdirSync(DOCS)
  .filter((file) => file.endsWith(".md"))
  .flatMap((file) =>
    [...readFileSync(join(DOCS, file), "utf8").matchAll(SECTION)].map(([, name, text]) => ({ file, name, text })),
  );

test.each(SECTIONS)("the section $name of $file has content", ({ text }) => {
  expect(text?.trim()).not.toBe("");
});
