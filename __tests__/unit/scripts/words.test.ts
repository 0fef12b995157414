import { findWords } from "../../../scripts/words/check";
import { RULES, type Rule } from "../../../scripts/words/list";

const rule = (pattern: string, where: Rule["where"] = "text"): Rule => ({ pattern, instead: "another word", where });

test("a word of the list is found with its line and what to write instead", () => {
  expect(findWords("one\nIt lies hence there.\n", [rule("hence")])).toEqual([
    { line: 2, word: "hence", instead: "another word" },
  ]);
});

test("capital letters make no difference, and a part of a longer word is another word", () => {
  expect(findWords("Hence", [rule("hence")])).toHaveLength(1);
  expect(findWords("henceforth, a-hence, hence_forth, thence", [rule("hence")])).toEqual([]);
});

test("words of a sentence are found across the lines of a comment", () => {
  const comment = "/**\n * The job goes\n * on.\n */\n// goes\n// on";
  expect(findWords(comment, [rule("goes on")]).map(({ line, word }) => ({ line, word }))).toEqual([
    { line: 2, word: "goes on" },
    { line: 5, word: "goes on" },
  ]);
});

test("a name that is refused as an export is allowed elsewhere", () => {
  const source = "export function known(): void {\n  const known = 1;\n}\nexport const knownGood = 1;\n";
  expect(findWords(source, [rule("known", "export")])).toEqual([{ line: 1, word: "known", instead: "another word" }]);
});

test.each(RULES)("$pattern is a regular expression that matches something", ({ pattern, instead }) => {
  expect(instead).not.toBe("");
  expect(() => new RegExp(pattern)).not.toThrow();
  expect(new RegExp(`^(?:${pattern})$`).test("")).toBe(false);
});
