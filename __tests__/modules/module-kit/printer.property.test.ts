import * as fc from "fast-check";
import { literal } from "../../../module-kit/hcl/expression";
import { evaluate } from "../../../terraform-cli/evaluate";

const VALUES = 150;
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

/** What is special in HCL, in templates, in JSON or in a heredoc, and text of any script. */
const special = fc.constantFrom(
  "${",
  "%{",
  "$${",
  "}",
  '"',
  "\\",
  "\n",
  "\r",
  "\t",
  "EOT",
  "EOT\n",
  "\u0007",
  "\u2028",
  "#",
  "//",
  " ",
);
const unicode = fc.string({ unit: "binary", maxLength: 3 });
const text = fc
  .array(fc.oneof(special, unicode, fc.constantFrom("a", "é", "日本", "🙂")), { maxLength: 6 })
  .map((all) => all.join(""));
const lines = fc
  .array(fc.constantFrom("SELECT *", "  indented", "${a}", "", "EOTX", "\\"), { maxLength: 4 })
  .map((all) => `${all.join("\n")}\n`);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text,
    lines,
    fc.integer(),
    fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
      .map((double) => (Object.is(double, -0) ? 0 : double)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(text, tie("value"), { maxKeys: 3 }),
  ),
}));

/** Terraform keeps text in Unicode's composed form. */
function composed(any: unknown): unknown {
  if (typeof any === "string") return any.normalize("NFC");
  if (Array.isArray(any)) return any.map(composed);
  if (typeof any !== "object" || any === null) return any;
  return Object.fromEntries(Object.entries(any).map(([key, item]) => [composed(key), composed(item)]));
}

test(`Terraform reads back what was printed (FC_SEED=${seed})`, () => {
  const values = fc.sample(value, { numRuns: VALUES, seed });
  const outputs = values.map((each, i) => `output "v${i}" {\n  value = ${literal(each, "  ")}\n}\n`);
  const read = evaluate({ "main.tf": outputs.join("\n") });
  // An output that is null is not in the state.
  const wrong = values.filter(
    (each, i) => JSON.stringify(sorted(composed(each))) !== JSON.stringify(sorted(read[`v${i}`] ?? null)),
  );
  expect(wrong).toEqual([]);
}, 60_000);

function sorted(any: unknown): unknown {
  if (Array.isArray(any)) return any.map(sorted);
  if (typeof any !== "object" || any === null) return any;
  return Object.fromEntries(
    Object.entries(any)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
