import { App, TerraformOutput } from "cdktf";
import * as z from "zod";
import { network } from "../../../module-kit/formats";
import { PlainStack } from "../../../module-kit/plain-stack";
import { fieldDescriptions, terraformType } from "../../../module-kit/terraform-type";
import { text } from "../../../module-kit/text";
import { variableProps, variableSpecs } from "../../../module-kit/variables";

const spec = (schema: z.ZodType) => {
  const [only] = variableSpecs(z.object({ input: schema.describe("An input.") }));
  if (!only) throw new Error("no variable");
  return only;
};
const rules = (schema: z.ZodType) => spec(schema).validations.map(({ condition, message }) => [condition, message]);

test.each<[string, z.ZodType, string]>([
  ["text", z.string(), "string"],
  ["a choice", z.enum(["a", "b"]), "string"],
  ["numbers to choose from", z.literal([1, 3]), "number"],
  ["a whole number", z.int(), "number"],
  ["a flag", z.boolean(), "bool"],
  ["a list", z.array(z.string()), "list(string)"],
  ["a set", z.array(z.string()).meta({ uniqueItems: true }), "set(string)"],
  ["a map", z.record(z.string(), z.number()), "map(number)"],
  [
    "an object with optional fields",
    z.object({
      toPort: z.int(),
      aB: z.string().optional(),
      c: z.array(z.string()).default(["x"]),
      d: z.string().nullable().default(null),
    }),
    'object({ to_port = number, a_b = optional(string), c = optional(list(string), ["x"]), d = optional(string) })',
  ],
])("the type of %s", (_, schema, type) => {
  expect(terraformType(spec(schema).rules)).toBe(type);
});

test("an object's type takes a line for each field where there is room for it", () => {
  expect(terraformType(spec(z.record(z.string(), z.object({ a: z.string(), long: z.int() }))).rules, "  ")).toBe(
    "map(object({\n    a    = string\n    long = number\n  }))",
  );
});

test("what is said of a field stands above it in the type, and with its path in the list of fields", () => {
  const rule = z.object({
    toPort: z.int().describe("Last port."),
    parts: z.array(z.object({ aB: z.string().optional().describe("A\npart.") })),
  });
  const { rules: of } = spec(z.record(z.string(), rule));
  expect(terraformType(of, "")).toBe(
    "map(object({\n  # Last port.\n  to_port = number\n  parts   = list(object({\n    # A part.\n    a_b = optional(string)\n  }))\n}))",
  );
  expect(fieldDescriptions(of)).toEqual([
    ["[*].to_port", "Last port."],
    ["[*].parts[*].a_b", "A\npart."],
  ]);
});

test.each<[string, z.ZodType, string, string]>([
  [
    "a pattern with a hint",
    z.string().regex(/^x$/).meta({ hint: "be x" }),
    'can(regex("^x$", var.input))',
    "input must be x.",
  ],
  ["a choice", z.enum(["a", "b"]), 'contains(["a", "b"], var.input)', "input must be one of a, b."],
  [
    "a length",
    z.string().min(1).max(9),
    "length(var.input) >= 1 && length(var.input) <= 9",
    "input must have 1 to 9 characters.",
  ],
  ["one element", z.array(z.string()).min(1), "length(var.input) >= 1", "input must have at least 1 element."],
  ["an exact length", z.string().length(3), "length(var.input) == 3", "input must have exactly 3 characters."],
  ["whole numbers", z.int(), "floor(var.input) == var.input", "input must be a whole number."],
  [
    "a range of whole numbers",
    z.int().min(1).max(9),
    "floor(var.input) == var.input && var.input >= 1 && var.input <= 9",
    "input must be a whole number, 1 to 9.",
  ],
  ["a number above", z.number().gt(0), "var.input > 0", "input must be above 0."],
  ["a multiple", z.number().multipleOf(60), "var.input % 60 == 0", "input must be a multiple of 60."],
  ["a number below", z.number().lt(1), "var.input < 1", "input must be below 1."],
  [
    "an optional value",
    z.string().max(3).optional(),
    "var.input == null ? true : length(var.input) <= 3",
    "input must have at most 3 characters.",
  ],
  [
    "keys",
    z.record(z.string().max(3), z.string()),
    "alltrue([for key in keys(var.input) : length(key) <= 3])",
    "Each key of input must have at most 3 characters.",
  ],
  [
    "fields of elements, with an iterator for each level",
    z.array(z.object({ parts: z.array(z.object({ aB: z.int().max(3) })) })),
    "alltrue([for item in var.input : alltrue([for part in item.parts : floor(part.a_b) == part.a_b && part.a_b <= 3])])",
    "input[*].parts[*].a_b must be a whole number, at most 3.",
  ],
])("the validation of %s", (_, schema, condition, message) => {
  expect(rules(schema)).toEqual([[condition, message]]);
});

test("rules of one message become one validation", () => {
  expect(rules(network(16, 24))).toEqual([
    [
      'can(regex("^[0-9.]+/(16|17|18|19|20|21|22|23|24)$", var.input)) && try(cidrsubnet(var.input, 0, 0) == var.input, false)',
      "input must be an IPv4 network from /16 to /24, such as 10.0.0.0/16.",
    ],
  ]);
});

test.each([
  [/^a\/\d$/, "^a/\\\\d$"],
  [/^[\\/]$/, "^[\\\\\\\\/]$"],
  [/^\\\/$/, "^\\\\\\\\/$"],
])("only the escape of a slash is dropped from %s", (pattern, printed) => {
  expect(rules(text(pattern, "be so"))[0]?.[0]).toBe(`can(regex("${printed}", var.input))`);
});

test("a pattern's text stays text in HCL", () => {
  expect(rules(text(/^[$]{2}"$/, "be so"))[0]?.[0]).toBe('can(regex("^[$]{2}\\"$", var.input))');
  expect(rules(text(/^\${2}x/, "be so"))[0]?.[0]).toBe('can(regex("^\\\\$${2}x", var.input))');
});

test("a default makes a variable that cannot be null; an optional one is null by default", () => {
  expect(spec(z.int().default(3))).toMatchObject({ required: false, default: 3, nullable: false });
  expect(spec(z.int().optional())).toMatchObject({ required: false, default: null, nullable: true });
  expect(spec(z.int())).toMatchObject({ required: true, nullable: false });
  expect(spec(z.int())).not.toHaveProperty("default");
});

test("a default is spelled for Terraform, its maps' keys are not", () => {
  const schema = z.record(z.string(), z.object({ toPort: z.int() })).default({ camelKey: { toPort: 1 } });
  expect(spec(schema).default).toEqual({ camelKey: { to_port: 1 } });
});

test.each<[string, z.ZodType, RegExp]>([
  ["a rule in code", z.string().refine((value) => value !== "a"), /input: Terraform cannot check the rule custom/],
  ["a change of the value", z.string().trim(), /input: Terraform cannot check the rule overwrite/],
  ["a transformation", z.string().transform(Number), /input: .*the type pipe/],
  ["a union", z.union([z.string(), z.number()]), /input: .*the type union/],
  ["a tuple", z.tuple([z.string()]), /input.*the type tuple/],
  ["anything", z.any(), /input: .*the type any/],
  ["a strict object", z.array(z.strictObject({ a: z.string() })), /input.items: Terraform drops unknown fields/],
  ["keys that must be there", z.record(z.enum(["a"]), z.string()), /input: a map has no keys that must be there/],
  ["a pattern without words for it", z.string().regex(/^a$/), /input: say in words what \/\^a\$\/ asks for/],
  ["a beginning without words for it", z.record(z.string(), z.string().startsWith("a")), /input\[\*\]: say in words/],
  ["a length of a set", z.array(z.string()).min(1).meta({ uniqueItems: true }), /input: a set has no length/],
  ["a format in code", z.url(), /input: Terraform cannot check the format url/],
  ["a format in code next to a pattern", z.url().regex(/^https:/), /input: .*the format url/],
  ["a format of a token", z.jwt(), /input: .*the format jwt/],
  ["a pattern with code next to it", z.ipv6(), /input: .*the format ipv6/],
  ["a date", z.iso.date(), /input: .*the format date/],
  ["other fields", z.object({ a: z.string() }).catchall(z.int()), /input: .*no object with other fields/],
  [
    "any other fields",
    z.array(z.looseObject({ a: z.string() })),
    /input.items.additionalProperties: .*the type unknown/,
  ],
  [
    "a lookahead in a second pattern",
    z
      .string()
      .regex(/a/)
      .regex(/^(?!b)/),
    /lack a lookaround/,
  ],
  ["flags of a pattern", z.string().regex(/a/i), /the flags of \/a\/i/],
  ["a lookahead", z.string().regex(/^(?!a)/), /lack a lookaround/],
  ["a back reference", z.string().regex(/(a)\1/), /lack a back reference/],
  ["white space", z.string().regex(/^\s$/), /lack \\s/],
  ["many repetitions", z.string().regex(/^a{1,5000}$/), /lack a repetition above 1000/],
])("%s cannot be published, and the message names the input", (_, schema, message) => {
  expect(() => spec(schema)).toThrow(message);
});

test("an input without a description is refused", () => {
  expect(() => variableSpecs(z.object({ size: z.int() }))).toThrow("size: say what the input is for");
});

test("a map's entry cannot be read where it is not known, rather than being undefined", () => {
  const inputs = z.object({ theTags: z.record(z.string(), z.string()).describe("Tags.") });
  const stack = new PlainStack(new App({ skipValidation: true }), "stack");
  const { theTags } = variableProps(stack, inputs);
  expect(() => theTags.Name).toThrow("the_tags.Name: the entries of a map are not known");
  new TerraformOutput(stack, "out", { value: theTags });
  stack.prepareStack();
  expect(stack.toTerraform().output.out.value).toBe("${var.the_tags}");
});
