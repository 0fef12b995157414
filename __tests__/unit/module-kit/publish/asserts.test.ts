import { assertsOf } from "../../../../module-kit/publish/asserts";

const schema = {
  version: "",
  resource: { aws_thing: { blocks: { rule: { filter: {} }, when: {} }, computed: [] } },
  data: {},
};
const dynamic = { "@each": "${var.list}", "@iterator": "i__", "@content": {} };

const conditions = (fields: object, made: object | undefined) => {
  const element = {
    kind: "resource",
    type: "aws_thing",
    name: "this",
    fields: { ...fields },
    comment: undefined,
  } as const;
  const stack = { resource: { aws_thing: made ? { it: made } : {} } };
  return assertsOf({ elements: [element], locals: {}, outputs: {}, moves: [] }, stack, schema)[0]?.conditions ?? [];
};

test("arguments that follow from inputs have the values that the construct gives them", () => {
  const fields = { name: "${var.name}", size: "${var.big ? 2 : 1}", fixed: "x", id: "${aws_other.this.id}" };
  expect(conditions(fields, { name: "acme", size: 1, fixed: "x", id: "${aws_other.it.id}" })).toEqual([
    'aws_thing.this.name == "acme"',
    "aws_thing.this.size == 1",
  ]);
});

test("so have those of nested blocks; of dynamic ones there are as many", () => {
  const fields = { rule: [{ filter: { prefix: "${var.prefix}" } }], when: dynamic };
  expect(conditions(fields, { rule: [{ filter: { prefix: "a/" } }], when: [{}, {}] })).toEqual([
    'one(one(aws_thing.this.rule).filter).prefix == "a/"',
    "length(aws_thing.this.when) == 2",
  ]);
});

test("a resource with a count is there as often, also where the stack does without", () => {
  expect(conditions({ count: "${var.on ? 1 : 0}" }, { count: 1 })).toEqual(["length(aws_thing.this) == 1"]);
  expect(conditions({ count: "${var.on ? 1 : 0}" }, undefined)).toEqual(["length(aws_thing.this) == 0"]);
});

test("a resource with a for_each is there for each key", () => {
  expect(conditions({ for_each: "${var.all}" }, { for_each: { b: {}, a: {} } })).toEqual([
    'join(", ", keys(aws_thing.this)) == "a, b"',
  ]);
  expect(conditions({ for_each: "${var.all}" }, { for_each: '${toset(["b", "a", "b"])}' })).toEqual([
    'join(", ", keys(aws_thing.this)) == "a, b"',
  ]);
});

test("what a reader cannot take in, or Terraform learns later, is left out", () => {
  const fields = { long: "${var.long}", lines: "${var.lines}", later: "${var.later}" };
  expect(conditions(fields, { long: "x".repeat(81), lines: "a\nb", later: "${aws_other.it.id}" })).toEqual([]);
});
