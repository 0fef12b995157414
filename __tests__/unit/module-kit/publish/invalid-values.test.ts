import * as z from "zod";
import { casesOf } from "../../../../module-kit/cases";
import { network } from "../../../../module-kit/formats";
import { discoverModules } from "../../../../module-kit/publish/discover";
import { richest } from "../../../../module-kit/publish/invalid-runs";
import { invalidValues } from "../../../../module-kit/publish/invalid-values";
import { text } from "../../../../module-kit/text";
import { variableSpecs } from "../../../../module-kit/variables";

const specOf = (schema: z.ZodType) => {
  const [spec] = variableSpecs(z.object({ input: schema.describe("An input.") }));
  if (!spec) throw new Error("no variable");
  return spec;
};

const port = z.int().min(1).max(9);
const named = z.object({ name: text(/^[a-z]+$/, "be lower case"), port, cidr: network(8, 24).optional() });

test.each<[string, z.ZodType, unknown, number]>([
  ["a choice", z.enum(["a", "b"]), "a", 1],
  ["a pattern", text(/^[a-z-]+$/, "be so"), "a", 1],
  ["a longest text", z.string().max(5000), "a", 1],
  ["a shortest text", z.string().min(3), "abc", 1],
  ["a range, which is one rule", port, 1, 1],
  ["a least number", z.int().min(-1), 1, 1],
  ["a number above another", z.number().gt(0), 1, 1],
  ["a range of multiples", z.int().min(60).max(3600).multipleOf(60), 60, 2],
  ["numbers to choose from", z.literal([1, 3]), 1, 1],
  ["a list with a length and rules for elements", z.array(port).min(1).max(3), [1], 2],
  [
    "a list that must have two elements, and their fields",
    z.array(named).min(2),
    [
      { name: "a", port: 1 },
      { name: "b", port: 2 },
    ],
    4,
  ],
  ["keys and values", z.record(text(/^[a-z]+$/, "be so"), port), { a: 1 }, 2],
  [
    "keys and fields, one of which is optional",
    z.record(text(/^[a-z]+$/, "be so"), named),
    { a: { name: "a", port: 1 } },
    4,
  ],
  ["a map of which no case gives an entry", z.record(text(/^[a-z]+$/, "be so"), z.string()), undefined, 1],
])("for each rule of %s a value that breaks it alone", (_, schema, valid, count) => {
  const values = invalidValues(schema, specOf(schema).rules, valid);
  expect(values).toHaveLength(count);
  expect(values.filter((value) => schema.safeParse(value).success)).toEqual([]);
});

test("of free text there is none", () => {
  expect(invalidValues(z.string(), specOf(z.string()).rules, "a")).toEqual([]);
});

test("every rule of every module is broken by one value", () => {
  const counts = discoverModules().flatMap((definition) =>
    variableSpecs(definition.inputs).map(({ input, name, rules, validations }) => {
      const valid = richest(casesOf(definition.name), input);
      const values = validations.length > 0 ? invalidValues(definition.inputs.shape[input], rules, valid) : [];
      return { variable: `${definition.name}: ${name}`, rules: validations.length, broken: values.length };
    }),
  );
  expect(counts.filter(({ rules, broken }) => rules !== broken)).toEqual([]);
});
