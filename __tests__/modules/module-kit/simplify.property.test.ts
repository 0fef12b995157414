import * as fc from "fast-check";
import { simplify, wrapped } from "../../../module-kit/hcl/simplify";
import { evaluate } from "../../../terraform-cli/evaluate";

const EXPRESSIONS = 200;
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

const join = (...parts: (fc.Arbitrary<string> | string)[]) =>
  fc.tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part))).map((all) => all.join(""));
const operator = (...all: string[]) => fc.constantFrom(...all.map((each) => ` ${each} `));

/** Expressions as cdktf writes them: each operation in parentheses, names in brackets, keys in quotes. */
const { text, number, flag } = fc.letrec<{ text: string; number: string; flag: string; list: string }>((tie) => ({
  text: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(
      '"a b"',
      '"x"',
      '"(x)"',
      '"${local.o["name"]}-[\\"q\\"]"',
      '"$${no}"',
      'local.o["name"]',
      'local.o["a-b"]',
    ),
    join("(", tie("flag"), " ? ", tie("text"), " : ", tie("text"), ")"),
    join('lookup({"name" = ', tie("text"), ', "k" = ', tie("text"), '}, "name")'),
    join('join(", ", [for item in ', tie("list"), ": item])"),
    join('"${', tie("text"), "}/${", tie("number"), '}"'),
  ),
  number: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.integer({ min: 0, max: 9 }).map(String),
    join("(", tie("number"), operator("+", "-", "*"), tie("number"), ")"),
    join("length(", tie("list"), ")"),
  ),
  flag: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("true", 'local.o["flag"]'),
    join("(", tie("number"), operator("<", ">=", "=="), tie("number"), ")"),
    join("(", tie("text"), operator("==", "!="), tie("text"), ")"),
    join("(", tie("flag"), operator("&&", "||"), tie("flag"), ")"),
    join("!", tie("flag")),
  ),
  list: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constant('local.o["list"]'),
    join("tolist([", tie("text"), ", ", tie("text"), "])"),
    join("concat(", tie("list"), ", ", tie("list"), ")"),
  ),
}));

const LOCALS = 'locals {\n  o = { name = "n", "a-b" = "ab", flag = false, list = tolist(["1", "2"]) }\n}\n';

test(`a simplified expression has the value that it had before (FC_SEED=${seed})`, () => {
  const all = fc.sample(fc.oneof(text, number, flag), { numRuns: EXPRESSIONS, seed });
  const outputs = all.flatMap((each, i) => [
    `output "before${i}" {\n  value = ${each}\n}\n`,
    `output "after${i}" {\n  value = ${wrapped(simplify(each))}\n}\n`,
  ]);
  const values = evaluate({ "main.tf": LOCALS + outputs.join("") });
  const changed = all.filter((_, i) => values[`before${i}`] !== values[`after${i}`]);
  expect(changed.map((each) => [each, simplify(each)])).toEqual([]);
  expect(all.filter((each) => simplify(each) !== each).length).toBeGreaterThan(EXPRESSIONS / 4);
});
