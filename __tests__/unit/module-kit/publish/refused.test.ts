import * as z from "zod";
import { refusedValue } from "../../../../module-kit/publish/refused";
import { text } from "../../../../module-kit/text";
import { variableSpecs } from "../../../../module-kit/variables";

const refused = (schema: z.ZodType) => {
  const [spec] = variableSpecs(z.object({ input: schema.describe("An input.") }));
  return spec && refusedValue(schema, spec.rules);
};

test.each<[string, z.ZodType]>([
  ["a choice", z.enum(["a", "b"])],
  ["a pattern", text(/^[a-z-]+$/, "be so")],
  ["a longest text", z.string().max(40)],
  ["a range", z.int().min(1).max(9)],
  ["a least number", z.int().min(-1)],
  ["whole numbers", z.int()],
  ["numbers to choose from", z.literal([1, 3])],
  ["a list that must not be empty", z.array(z.string()).min(1)],
  ["elements", z.array(z.int().max(9))],
  ["keys", z.record(text(/^[a-z]+$/, "be so"), z.string())],
  ["values", z.record(z.string(), z.int().max(9))],
])("of %s a value that zod refuses", (_, schema) => {
  const value = refused(schema);
  expect(value).toBeDefined();
  expect(schema.safeParse(value).success).toBe(false);
});

test.each<[string, z.ZodType]>([
  ["free text", z.string()],
  ["text that may be longer than a reader wants to see", z.string().max(5000)],
  ["objects", z.record(z.string(), z.object({ a: z.int().max(9) }))],
])("none of %s", (_, schema) => {
  expect(refused(schema)).toBeUndefined();
});
