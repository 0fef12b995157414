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

test("conditions stand with their resource and the loops around them; a dynamic block over a collection must have elements", () => {
  const fields = {
    for_each: "${var.all}",
    name: '${each.key == "a" ? 1 : 2}',
    rule: {
      "@each": "${var.on ? [1] : []}",
      "@iterator": "i__",
      "@content": { tags: { "@each": "${var.list}", "@iterator": "k__", "@content": {} } },
    },
    other: { "@each": "${each.value.list}", "@iterator": "j__", "@content": { size: "${j__.value.big ? 1 : 2}" } },
  };
  const element = { kind: "resource", type: "aws_thing", name: "this", fields, comment: undefined } as const;
  const where = "aws_thing.this";
  const both = [true, false];
  const all = { iterator: "each", over: "var.all" };
  const on = { iterator: "i__", over: "var.on ? [1] : []" };
  const list = { iterator: "j__", over: "each.value.list" };
  expect(togglesOf({ elements: [element], locals: {}, outputs: { arn: "${var.on ? 1 : 2}" }, moves: [] })).toEqual([
    { where, condition: 'each.key == "a"', loops: [all], sides: both },
    { where, condition: "var.on", loops: [all], sides: both },
    { where, condition: "length(var.list) > 0", loops: [all, on], sides: [true] },
    { where, condition: "length(each.value.list) > 0", loops: [all], sides: [true] },
    { where, condition: "j__.value.big", loops: [all, list], sides: both },
    { where: "output.arn", condition: "var.on", loops: [], sides: both },
  ]);
});
