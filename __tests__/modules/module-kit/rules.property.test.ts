import * as fc from "fast-check";
import * as z from "zod";
import { arn } from "../../../module-kit/arn";
import { json, network } from "../../../module-kit/formats";
import { literal } from "../../../module-kit/hcl/expression";
import { inTerraformNames, terraformType } from "../../../module-kit/terraform-type";
import { type VariableSpec, variableSpecs } from "../../../module-kit/variables";
import { evaluate } from "../../../terraform-cli/evaluate";

const VALUES = 60;
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

/** Printable text that zod and Terraform count alike: Terraform counts what a reader sees as one character, zod UTF-16 units. */
const text = (maxLength: number) => fc.string({ unit: "grapheme-ascii", maxLength });
const few = fc.string({ unit: fc.constantFrom("a", "b", "-", "1", "é", "/", "."), maxLength: 5 });
const whole = fc.integer({ min: -3, max: 12 });
const decimal = fc.oneof(
  whole,
  fc.integer({ min: -30, max: 120 }).map((tenths) => tenths / 10),
);

const slashes = fc.string({ unit: fc.constantFrom("\\", "/", '"', "a"), maxLength: 3 });
const HINT = { hint: "be like that" };
const like = (pattern: RegExp) => z.string().regex(pattern).meta(HINT);
const networks = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 2 ** 12 - 1 }), fc.integer({ min: 0, max: 34 }))
    .map(([bits, prefix]) => `${bits >> 4}.${(bits & 15) << 4}.0.0/${prefix}`),
  fc.constantFrom(
    "10.0.0.0/8",
    "10.0.0.1/8",
    "010.0.0.0/8",
    "10.0.0.0/08",
    "10.0.0/8",
    "::/0",
    "10.0.0.0",
    "0.0.0.0/0",
  ),
);

/** Every kind of rule that a module may use, with values on both sides of it. */
const KINDS: Readonly<Record<string, readonly [z.ZodType, fc.Arbitrary<unknown>]>> = {
  pattern: [
    like(/^[a-z][a-z0-9-]{0,3}$/),
    fc.oneof(
      few,
      few.map((end) => `a${end}`),
    ),
  ],
  two_patterns: [
    like(/^a/).regex(/b$/),
    fc.oneof(
      few,
      few.map((middle) => `a${middle}b`),
    ),
  ],
  pattern_with_escapes: [
    like(/^(\d|[.]|\/|-|"|\$|\\)+$/),
    fc.string({ unit: fc.constantFrom(...'1./-"$\\a{'), maxLength: 4 }),
  ],
  pattern_of_a_backslash_and_a_slash: [like(/^[\\/]$/), slashes],
  pattern_of_a_slash: [like(/^\/[//]?$/), slashes],
  pattern_of_backslashes: [like(/^\\+\/?$/), slashes],
  pattern_of_other_characters: [like(/^[^\\/"]+$/), slashes],
  unicode_pattern: [like(/^[é-ü]+$/), fc.string({ unit: fc.constantFrom("é", "ü", "ž", "e"), maxLength: 3 })],
  starts_with: [
    z.string().startsWith("a.").meta(HINT),
    fc.oneof(
      few,
      few.map((end) => `a.${end}`),
    ),
  ],
  ends_with: [
    z.string().endsWith("-1").meta(HINT),
    fc.oneof(
      few,
      few.map((start) => `${start}-1`),
    ),
  ],
  includes: [
    z.string().includes("b-").meta(HINT),
    fc.oneof(
      few,
      few.map((start) => `${start}b-1`),
    ),
  ],
  choice: [
    z.enum(["a", "b-", 'with "quotes" and ${template}']),
    fc.oneof(few, fc.constant('with "quotes" and ${template}')),
  ],
  numbers_to_choose_from: [z.literal([1, 3, 5]), whole],
  length: [z.string().min(2).max(4), text(6)],
  exact_length: [z.string().length(3), text(5)],
  not_empty: [z.string().min(1), text(2)],
  json: [
    json(),
    fc.oneof(
      fc.json({ maxDepth: 2 }),
      fc
        .tuple(fc.json({ maxDepth: 1 }), fc.constantFrom("}", "]", "]]}", "}}]", ",1", ', "a":1', ""))
        .map((parts) => parts.join("")),
      fc
        .array(fc.constantFrom(...'{}[]":,1e+-.\\ \t\n'.split(""), "null", "true", '"a"', "\\u00", "é"), {
          maxLength: 5,
        })
        .map((parts) => parts.join("")),
    ),
  ],
  network: [network(8, 24), networks],
  any_network: [network(), networks],
  arn: [
    arn("kms:key"),
    fc
      .tuple(
        fc.constantFrom("arn:aws", "arn:aws-cn", "arn:aws-us-gov", "arn:AWS"),
        fc.constantFrom("kms", "kms", "s3"),
        fc.constantFrom("eu-west-1", "eu-west-1", ""),
        fc.constantFrom("123456789012", "123456789012", "1234"),
        fc.constantFrom("key/a-1", "key/mrk-1", "key/b", "alias/a", "key/a b", "key/é", "key/a\n"),
      )
      .map((parts) => parts.join(":")),
  ],
  whole_number: [z.int(), decimal],
  range: [z.number().min(0.5).max(9.5), decimal],
  whole_range: [z.int().min(1).max(9), decimal],
  least: [z.number().min(3), decimal],
  above: [z.number().gt(3), decimal],
  multiple: [z.int().min(2).multipleOf(3), whole],
  below: [z.number().lt(3), decimal],
  optional: [z.string().max(2).optional(), fc.oneof(fc.constant(undefined), text(4))],
  nullable: [z.int().min(2).nullable().default(null), fc.oneof(fc.constant(null), whole)],
  list: [z.array(z.int().min(1)).min(1).max(3), fc.array(whole, { maxLength: 4 })],
  exact_list: [z.array(z.string()).length(2), fc.array(few, { maxLength: 3 })],
  exact_map: [
    z.record(z.string(), z.literal(["on", "off"])),
    fc.dictionary(fc.constantFrom("a", "b"), fc.constantFrom("on", "off", "maybe")),
  ],
  flag_that_must_be_on: [z.literal(true), fc.boolean()],
  nullable_elements: [
    z.array(z.int().max(5).nullable()),
    fc.array(fc.oneof(fc.constant(null), whole), { maxLength: 3 }),
  ],
  nullable_fields: [
    z.array(z.object({ a: z.string().max(1).nullable(), b: z.int().min(1).nullable().default(null) })),
    fc.array(
      fc.record(
        { a: fc.oneof(fc.constant(null), text(2)), b: fc.oneof(fc.constant(null), whole) },
        { requiredKeys: ["a"] },
      ),
      { maxLength: 2 },
    ),
  ],
  set: [
    z.array(like(/^[a-z]$/)).meta({ uniqueItems: true }),
    fc.array(fc.constantFrom("a", "b", "c", "1"), { maxLength: 3 }),
  ],
  map: [z.record(like(/^[a-b]+$/), z.int().max(5)), fc.dictionary(fc.constantFrom("a", "ab", "c"), whole)],
  map_of_lists: [
    z.record(z.string(), z.array(z.string().min(1))),
    fc.dictionary(fc.constantFrom("a", "b"), fc.array(text(2), { maxLength: 2 })),
  ],
  choice_of_keys: [
    z.partialRecord(z.enum(["a", "b"]), z.string()),
    fc.dictionary(fc.constantFrom("a", "b", "c"), text(1)),
  ],
  objects: [
    z.array(
      z.object({ fromPort: z.int().min(1), toPort: z.int().max(9).optional(), tag: z.string().max(1).default("x") }),
    ),
    fc.array(fc.record({ fromPort: whole, toPort: whole, tag: text(2) }, { requiredKeys: ["fromPort"] }), {
      maxLength: 2,
    }),
  ],
  nested_objects: [
    z.record(z.string(), z.object({ parts: z.array(z.object({ aB: z.string().min(1) })).max(2) })),
    fc.dictionary(
      fc.constantFrom("k", "l"),
      fc.record({ parts: fc.array(fc.record({ aB: text(1) }), { maxLength: 3 }) }),
      { maxKeys: 2 },
    ),
  ],
};

interface Kind {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly spec: VariableSpec;
  readonly values: readonly unknown[];
}

const kinds: Kind[] = Object.entries(KINDS).map(([name, [schema, arbitrary]]) => {
  const [spec] = variableSpecs(z.object({ input: schema.describe("An input.") }));
  if (!spec) throw new Error(`${name}: no variable`);
  return { name, schema, spec, values: fc.sample(arbitrary, { numRuns: VALUES, seed }) };
});

/** A module that says of each value whether the rules of the variable hold. */
function judge({ spec }: Kind): string {
  const holds = spec.validations.map(({ condition }) => `(${condition.replaceAll("var.input", "input")})`);
  return `variable "values" {\n  type = map(${terraformType(spec.rules)})\n}\n
output "accepted" {\n  value = { for key, input in var.values : key => alltrue([${holds.join(", ")}]) }\n}\n`;
}

function call({ name, spec, values }: Kind): string {
  const byNumber = Object.fromEntries(values.map((value, i) => [`v${i}`, inTerraformNames(value ?? null, spec.rules)]));
  return `module "${name}" {\n  source = "./${name}"\n  values = ${literal(byNumber, "  ")}\n}\n
output "${name}" {\n  value = module.${name}.accepted\n}\n`;
}

let accepted: Record<string, Record<string, boolean>>;

beforeAll(() => {
  const files = Object.fromEntries(kinds.map((kind) => [`${kind.name}/main.tf`, judge(kind)]));
  accepted = evaluate({ ...files, "main.tf": kinds.map(call).join("\n") }) as typeof accepted;
}, 120_000);

test.each(kinds.map((kind) => [kind.name, kind] as const))(
  `Terraform accepts what zod accepts, and refuses the rest: %s (FC_SEED=${seed})`,
  (name, { schema, values }) => {
    const byZod = values.map((value, i) => [value, schema.safeParse(value).success, `v${i}`] as const);
    const disagreed = byZod.filter(([, success, key]) => accepted[name]?.[key] !== success);
    expect(disagreed).toEqual([]);
  },
);

test("the values lie on both sides of the rules", () => {
  const oneSided = kinds.filter(
    ({ schema, values }) => new Set(values.map((value) => schema.safeParse(value).success)).size < 2,
  );
  expect(oneSided.map(({ name }) => name)).toEqual([]);
});
