import { checkConfiguration } from "../../../../module-kit/provider-check/check";
import { hclJson } from "../../../../module-kit/provider-check/configurations";
import type { FullTypes } from "../../../../module-kit/provider-check/schema";

const types: FullTypes = {
  provider: "hashicorp/aws 0",
  source: "made up",
  resource: {
    aws_shop: {
      attributes: {
        name: { type: "string", required: true },
        size: { type: "number", optional: true },
        open: { type: "bool", optional: true },
        zones: { type: ["set", "string"], optional: true },
        tags: { type: ["map", "string"], optional: true },
        old: { type: "string", optional: true, computed: true, deprecated: true },
        arn: { type: "string", computed: true },
        rooms: {
          type: ["list", ["object", { id: "string", lock: ["list", ["object", { key: "string" }]] }]],
          computed: true,
        },
      },
      blocks: {
        shelf: {
          nesting: "list",
          min_items: 1,
          max_items: 2,
          attributes: { width: { type: "number", required: true }, label: { type: "string", computed: true } },
          blocks: { box: { nesting: "single", attributes: { id: { type: "string", optional: true } } } },
        },
        sign: { nesting: "set", deprecated: true },
      },
    },
  },
  data: { aws_region: { attributes: { name: { type: "string", deprecated: true }, region: { type: "string" } } } },
};

const problems = async (body: string, more = "") => {
  const text = `resource "aws_shop" "it" {\n${body}\n}\n${more}`;
  return checkConfiguration(types, "main.tf", await hclJson("main.tf", text)).problems;
};
const SHELF = "shelf {\n width = 1\n}";

test.each([
  [
    "all that is right",
    `name = "a"\nsize = "3"\nopen = "true"\nzones = [var.z]\ntags = merge(var.a, var.b)\n${SHELF}`,
    "",
  ],
  [
    "what any block may have",
    `name = "a"\ncount = 1\nlifecycle {\n ignore_changes = [size, tags["a"]]\n}\n${SHELF}`,
    "",
  ],
  [
    "reads through blocks and objects",
    `name = "a"\n${SHELF}`,
    'output "a" {\n value = one(aws_shop.it.shelf).box[0].id\n}',
  ],
  [
    "reads of a loop's elements",
    `name = "a"\n${SHELF}`,
    'output "a" {\n value = [for k, s in aws_shop.it : s.rooms[0].lock[*].key]\n}',
  ],
  [
    "the region read whole",
    `name = lookup(data.aws_region.it, "region", lookup(data.aws_region.it, "name", null))\n${SHELF}`,
    "",
  ],
  [
    "a dynamic block in place of a required one",
    'name = "a"\ndynamic "shelf" {\n for_each = var.s\n content {\n width = shelf.value\n }\n}',
    "",
  ],
])("accepts %s", async (_, body, more) => {
  expect(await problems(body, more)).toEqual([]);
});

test.each([
  ["an unknown argument", `nam = "a"\nname = "a"\n${SHELF}`, "nam: the provider has no such argument or block"],
  ["a computed argument", `name = "a"\narn = "b"\n${SHELF}`, "arn: the provider computes it"],
  ["a deprecated argument", `name = "a"\nold = "b"\n${SHELF}`, "old: is deprecated"],
  ["a missing argument", SHELF, "name: is required and missing"],
  ["a missing block", 'name = "a"', "shelf: is required and missing"],
  ["too many blocks", `name = "a"\n${SHELF}\n${SHELF}\n${SHELF}`, "shelf: 3 blocks, where 2 may stand"],
  ["a deprecated block", `name = "a"\nsign {}\n${SHELF}`, "sign: is deprecated"],
  ["a block as an argument", 'name = "a"\nshelf = "b"', "shelf: is a block, not an argument"],
  ["a nested argument", `name = "a"\nshelf {\n width = 1\n label = "b"\n}`, "shelf: label: the provider computes it"],
  [
    "a nested unknown",
    `name = "a"\nshelf {\n width = 1\n box {\n no = 1\n }\n}`,
    "shelf: box: no: the provider has no such argument or block",
  ],
  [
    "a dynamic argument",
    `name = "a"\n${SHELF}\ndynamic "shop" {\n for_each = []\n content {}\n}`,
    "shop: the provider has no such block",
  ],
  [
    "an argument in a dynamic block",
    'name = "a"\ndynamic "shelf" {\n for_each = []\n content {}\n}',
    "shelf: width: is required and missing",
  ],
  ["text for a number", `name = "a"\nsize = "big"\n${SHELF}`, 'size: "big" is no number'],
  ["a list for a map", `name = "a"\ntags = []\n${SHELF}`, "tags: [] is no map"],
  ["text for a set", `name = "a"\nzones = "a-${"${var.b}"}"\n${SHELF}`, 'zones: "a-${var.b}" is no set'],
  [
    "ignored changes",
    `name = "a"\n${SHELF}\nlifecycle {\n ignore_changes = [no]\n}`,
    "ignore_changes: no: the provider has no such argument or block",
  ],
  [
    "a deprecated read",
    `name = data.aws_region.it.name\n${SHELF}`,
    "reads data.aws_region.it.name: name is deprecated",
  ],
  [
    "a read of self",
    `name = "a"\n${SHELF}\nlifecycle {\n postcondition {\n condition = self.no == 1\n error_message = "b"\n }\n}`,
    "reads aws_shop.it.no: the provider has no attribute no",
  ],
  [
    "an unknown type's read",
    `name = aws_none.it.id\n${SHELF}`,
    "reads aws_none.it.id: the recorded schema lacks the type aws_none",
  ],
])("finds %s", async (_, body, problem) => {
  expect(await problems(body)).toEqual([`main.tf: aws_shop.it: ${problem}`]);
});

test.each([
  ["value = aws_shop.it[0].arm", "aws_shop.it[0].arm: the provider has no attribute arm"],
  [
    'value = "x-${aws_shop.it["a"].shelf[0].box.no}"',
    'aws_shop.it["a"].shelf[0].box.no: the provider has no attribute no',
  ],
  ["value = one(aws_shop.it[*].shelf).no", "aws_shop.it[*].shelf.no: the provider has no attribute no"],
  ["value = [for s in values(aws_shop.it) : s.old]", "aws_shop.it.old: old is deprecated"],
  [
    "value = { for k, s in aws_shop.it : k => s.rooms[0].no }",
    "aws_shop.it.rooms[0].no: the provider has no attribute no",
  ],
])("finds the read in %s", async (value, problem) => {
  expect(await problems(`name = "a"\n${SHELF}`, `output "a" {\n ${value}\n}`)).toEqual([
    `main.tf: output: reads ${problem}`,
  ]);
});

test("finds a type that was never recorded", async () => {
  const json = await hclJson("main.tf", 'resource "aws_none" "it" {}');
  expect(checkConfiguration(types, "main.tf", json).problems).toEqual([
    "main.tf: aws_none.it: the recorded schema lacks the type: npm run provider-schema -- --help",
  ]);
});
