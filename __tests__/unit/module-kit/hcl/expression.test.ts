import { aligned, expression, literal } from "../../../../module-kit/hcl/expression";
import { simplify, wrapped } from "../../../../module-kit/hcl/simplify";
import { splitTemplate } from "../../../../module-kit/hcl/template";

test.each<[unknown, string]>([
  [null, "null"],
  [3, "3"],
  [true, "true"],
  ["text", '"text"'],
  ['a "quote" and a \\', '"a \\"quote\\" and a \\\\"'],
  ["${var.name}", "var.name"],
  ["a-${var.name}", '"a-${var.name}"'],
  ["${var.a}${var.b}", '"${var.a}${var.b}"'],
  ["$${data}", '"$${data}"'],
  ["%{ if true }a%{ endif }", '"%{ if true }a%{ endif }"'],
  ['${lookup(var.m, "}")}', 'lookup(var.m, "}")'],
  ['${"nested ${"$${"} }"}', '"nested ${"$${"} }"'],
  ["a\nb\n", "<<EOT\na\nb\nEOT"],
  ["a\nb", '"a\\nb"'],
  ["a\tb\n", '"a\\tb\\n"'],
  [[], "[]"],
  [{}, "{}"],
  [["a", 1], '["a", 1]'],
  [{ a: 1, "b.c": "${var.x}", "${var.k}": 2 }, '{\n  a          = 1\n  "b.c"      = var.x\n  (var.k) = 2\n}'],
])("%j is printed as %s", (value, printed) => {
  expect(expression(value).replace(/ +=/g, " =")).toBe(printed.replace(/ +=/g, " ="));
});

test("data keeps what looks like a template", () => {
  expect(literal({ "${k}": ["${v}", "%{v}"] })).toBe('{\n  "$${k}" = ["$${v}", "%%{v}"]\n}');
});

test("a long list takes a line for each item", () => {
  const items = ["a".repeat(60), "b".repeat(60)];
  expect(expression(items, "  ")).toBe(`[\n    "${items[0]}",\n    "${items[1]}",\n  ]`);
});

test("equals signs of neighbours on one line stand below each other", () => {
  expect(
    aligned(
      [
        ["a", "1"],
        ["long", "2"],
        ["b", "{\n}"],
        ["cc", "3"],
      ],
      "  ",
    ),
  ).toBe("  a    = 1\n  long = 2\n  b = {\n}\n  cc = 3\n");
});

test.each([
  ['var.x["name"]', "var.x.name"],
  ['var.x["not-a-name"]', 'var.x["not-a-name"]'],
  ['aws_vpc.this["name"].id', 'aws_vpc.this["name"].id'],
  ['f("[\\"a\\"]")', 'f("[\\"a\\"]")'],
  ['merge(var.t, {"Name" = "{\\"a\\" = 1}"})', 'merge(var.t, {Name = "{\\"a\\" = 1}"})'],
  ["(var.a > 0)", "var.a > 0"],
  ["(var.a > 0) ? 1 : 0", "var.a > 0 ? 1 : 0"],
  ["(var.a > 0) && (var.b > 0)", "var.a > 0 && var.b > 0"],
  ["f(2, (8 + count.index))", "f(2, 8 + count.index)"],
  ["(var.a ? 1 : 2) && (var.b || (var.c != null))", "(var.a ? 1 : 2) && (var.b || var.c != null)"],
  ["!(var.a == 1) && f((var.b))", "!(var.a == 1) && f(var.b)"],
  ["[ for k, v in var.x: v]", "[for k, v in var.x : v]"],
])("%s is simplified to %s", (before, after) => {
  expect(simplify(before)).toBe(after);
});

test("a long expression has its objects over several lines, whatever stands in them", () => {
  const long = `merge({ a = f(1, "x, {y = 1}"), "b.c" = {"d" = [1, 2]} }, { for k, v in var.x : k => v }, ${"var.long, ".repeat(9)}var.y)`;
  const rest = `{ for k, v in var.x : k => v }, ${"var.long, ".repeat(9)}var.y)`;
  expect(wrapped(long)).toBe(`merge({\na = f(1, "x, {y = 1}")\n "b.c" = {\n"d" = [1, 2]\n} \n}, ${rest}`);
  expect(wrapped("merge({ a = 1, b = 2 }, var.y)")).toBe("merge({ a = 1, b = 2 }, var.y)");
});

test("a template is split at its expressions, whatever stands in them", () => {
  expect(splitTemplate('a${f("}", {b = "${c}"})}$${d}').map(({ text }) => text)).toEqual([
    "a",
    '${f("}", {b = "${c}"})}',
    "$${d}",
  ]);
  expect(() => splitTemplate("${a")).toThrow("a template is not closed");
});
