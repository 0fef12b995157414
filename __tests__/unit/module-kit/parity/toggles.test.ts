import { conditionals, togglesOf } from "../../../../module-kit/parity/toggles";

test.each<[string, string[]]>([
  ["var.x", []],
  ["var.x ? 1 : 0", ["var.x"]],
  ["var.a == 1 && var.b >= 2 ? 1 : 0", ["var.a == 1 && var.b >= 2"]],
  ["var.nat ? (var.each ? 2 : 1) : 0", ["var.nat", "var.each"]],
  ["var.a ? 1 : var.b ? 2 : 3", ["var.a", "var.b"]],
  ['f(var.x, !var.y ? "a ? b" : "c")', ["!var.y"]],
  ['"x-${var.y ? "${var.z ? 1 : 2}" : 3}"', ["var.y", "var.z"]],
  ['{ key = var.y ? 1 : 2, other = "$${var.z ? 1 : 2}" }', ["var.y"]],
  ["{ for k, v in var.m : k => var.y ? v : 1 }", ["var.y"]],
])("the conditions of %s", (code, expected) => {
  expect(conditionals(code)).toEqual(expected);
});

test("conditions stand with their resource and its for_each; a dynamic block over a collection must have elements", () => {
  const fields = {
    for_each: "${var.all}",
    name: '${each.key == "a" ? 1 : 2}',
    rule: { "@each": "${var.on ? [1] : []}", "@iterator": "i__", "@content": { tags: { "@each": "${var.list}" } } },
    other: { "@each": "${var.list}", "@iterator": "j__", "@content": {} },
  };
  const element = { kind: "resource", type: "aws_thing", name: "this", fields, note: undefined } as const;
  const where = "aws_thing.this";
  const both = [true, false];
  expect(togglesOf({ elements: [element], locals: {}, outputs: { arn: "${var.on ? 1 : 2}" }, moves: [] })).toEqual([
    { where, condition: 'each.key == "a"', over: "var.all", sides: both },
    { where, condition: "var.on", over: "var.all", sides: both },
    { where, condition: "length(var.list) > 0", over: "var.all", sides: [true] },
    { where: "output.arn", condition: "var.on", over: undefined, sides: both },
  ]);
});
