import fc from "fast-check";

const text = (...choices: string[]) => fc.constantFrom(...choices);
const digits = (most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: most }).map((list) => list.join(""));
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((list) => list.join(""));

/** Anything near JSON's grammar of numbers, on both sides of it. */
const nearGrammar = joined(
  text("", "", "", "-", "+", "--", "- "),
  fc.oneof(text("0", "00", "01", ""), digits(25)),
  fc.oneof(text("", "", ".", ".0"), joined(text("."), digits(25))),
  fc.oneof(text("", "", "", "e", "e+", "E-", "e1.5"), joined(text("e", "E"), text("", "+", "-"), digits(4))),
);

/** The same integer in JSON's different forms: 100, 100.0, 1000e-1, 0.1e3. */
const writtenAs = (integer: bigint, form: number, zeros: number): string => {
  const pad = "0".repeat(zeros);
  if (form === 0) return `${integer}`;
  if (form === 1) return `${integer}.${pad}0`;
  if (form === 2) return `${integer}${pad}e-${zeros}`;
  return `${integer}.${pad}1`;
};
const form = fc.nat({ max: 3 });
const zeros = fc.nat({ max: 20 });
const around = (center: bigint) =>
  fc
    .tuple(fc.bigInt({ min: -3n, max: 3n }), form, zeros)
    .map(([distance, as, pad]) => writtenAs(center + distance, as, pad));

/** Integers half-way between two doubles, and their neighbours: where a parser that rounds twice goes wrong. */
const halfWay = fc
  .tuple(
    fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 1n }),
    fc.integer({ min: 1, max: 60 }),
    fc.constantFrom(-1n, 0n, 1n),
  )
  .map(([mantissa, exponent, distance]) => `${(2n * mantissa + 1n) * 2n ** BigInt(exponent) + distance}`);

const doubles = fc
  .tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 1, max: 100 }), fc.nat({ max: 2 }))
  .map(([value, precision, as]) =>
    as === 0 ? JSON.stringify(value) : as === 1 ? value.toPrecision(precision) : value.toExponential(precision),
  );

/** Decimal texts of up to 15 digits, which parsers have a shortcut for, and a little more. */
const decimals = fc
  .tuple(digits(17), fc.nat({ max: 17 }))
  .map(([all, point]) => `${BigInt(all.slice(0, point) || "0")}.${all.slice(point) || "0"}`);

/** Text of a number, or of what is nearly one; `center` is an integer whose surroundings matter to the field. */
export const numberText = (center: bigint): fc.Arbitrary<string> =>
  fc.oneof(
    nearGrammar,
    around(center),
    around(2n ** 53n - 1n),
    around(0n),
    around(10n ** 15n),
    halfWay,
    doubles,
    decimals,
    text("1E400", "-1E400", "1e-400", "-0", "-0.0", "5e-324", "2e-324", "3e-324", "1.7976931348623157e308"),
    text(
      "1.7976931348623158e308",
      "1.7976931348623159e308",
      "9007199254740991.5",
      "9007199254740990.5",
      "1e15",
      "1e16",
    ),
  );
