import { extractSchema } from "../../../../module-kit/schema/extract";

const prefix = { type: "string", computed: true };
const full = {
  provider_schemas: {
    aws: {
      resource_schemas: {
        aws_b: {
          block: {
            attributes: {
              arn: { type: "string", computed: true },
              name: { type: "string" },
              ids: { type: ["list", "string"], computed: true },
            },
            block_types: { rule: { block: { attributes: { prefix }, block_types: { filter: { block: {} } } } } },
          },
        },
        aws_a: { block: {} },
        aws_unused: { block: {} },
      },
      data_source_schemas: { aws_a: { block: { attributes: { id: { type: "string", computed: true } } } } },
    },
  },
};

test("keeps the used types' blocks and computed text, in order", () => {
  expect(extractSchema(full, "5.100.0", ["data.aws_a", "aws_b", "aws_a"])).toEqual({
    version: "5.100.0",
    resource: {
      aws_a: { blocks: {}, computed: [] },
      aws_b: { blocks: { rule: { filter: {} } }, computed: ["arn", "rule.prefix"] },
    },
    data: { aws_a: { blocks: {}, computed: ["id"] } },
  });
});

test("a type that the provider lacks is named", () => {
  expect(() => extractSchema(full, "5.100.0", ["aws_c"])).toThrow("the provider has no type aws_c");
});
