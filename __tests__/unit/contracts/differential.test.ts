import { CASES_NOW } from "../../../contracts/cases";
import { DeadLetterReason } from "../../../contracts/dead-letter";
import { generateCases } from "../../../contracts/differential/cases";
import { caseClasses } from "../../../contracts/differential/classes";
import { contractVerdict, describeDisagreement, disagreements } from "../../../contracts/differential/compare";
import { judge } from "../../../contracts/refusal";

const SETTINGS = { seed: 1, count: 10_000, now: CASES_NOW };
const cases = generateCases(SETTINGS);
const verdicts = cases.map(({ bytes }) => contractVerdict(bytes, CASES_NOW));
const differences = (theirs: readonly string[]) => disagreements(cases, theirs, CASES_NOW);

test("a seed always makes the same cases, and another seed others", () => {
  const bytes = (seed: number) =>
    generateCases({ ...SETTINGS, count: 500, seed }).map((one) => one.bytes.toString("hex"));
  expect(bytes(7)).toEqual(bytes(7));
  expect(bytes(7)).not.toEqual(bytes(8));
});

test("every class has cases, and every verdict occurs", () => {
  const classes = caseClasses(CASES_NOW).map(({ name }) => name);
  expect([...new Set(cases.map((one) => one.class))]).toEqual(classes);
  const inParser = DeadLetterReason.options.filter((reason) => reason !== "late");
  expect([...new Set(verdicts.map((verdict) => verdict.split(" ")[0]))].sort()).toEqual([...inParser, "valid"].sort());
});

test("a parser that says the same agrees", () => {
  expect(differences(verdicts)).toEqual([]);
});

describe("a planted disagreement is noticed and described:", () => {
  const valid = verdicts.findIndex((verdict) => verdict.startsWith("valid"));
  const planted = (change: (verdict: string) => string) =>
    differences(verdicts.map((verdict, index) => (index === valid ? change(verdict) : verdict)));

  test.each<[string, (verdict: string) => string]>([
    ["another verdict", () => "invalid_json"],
    [
      "one bit of the price",
      (verdict) => verdict.replace(/ (\w{15})(\w) /, (_, head, last) => ` ${head}${last === "0" ? "1" : "0"} `),
    ],
    ["the volume", (verdict) => verdict.replace(/ (\d+) (\d+)$/, " 1$1 $2")],
    ["the ticker", (verdict) => verdict.replace("valid ", "valid X")],
  ])("%s", (_, change) => {
    const [only, ...more] = planted(change);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ bytes: cases[valid]?.bytes, contract: verdicts[valid] });
    expect(describeDisagreement(only!)).toContain(cases[valid]!.bytes.subarray(0, 100).toString("hex"));
  });

  test("a verdict that is missing", () => {
    expect(() => differences(verdicts.slice(1))).toThrow(`judged ${cases.length - 1} of ${cases.length} cases`);
  });
});

/** The contract's verdict on a value that a parser with a flaw has read differently. */
const readAs = (change: (text: string) => string) => (bytes: Buffer) =>
  contractVerdict(Buffer.from(change(bytes.toString("utf8"))), CASES_NOW);

describe("the cases find a parser that", () => {
  test.each<[string, (bytes: Buffer) => string]>([
    ["takes broken UTF-8", readAs((text) => text)],
    ["takes a byte-order mark", readAs((text) => text.replace(/^\ufeff/, ""))],
    ["takes what follows the value", readAs((text) => text.replace(/\}[^}]*$/, "}"))],
    ["trims more than JSON's whitespace", readAs((text) => text.trim())],
    ["takes leading zeros", readAs((text) => text.replace(/:0+(?=[1-9])/g, ":"))],
    ["takes a plus sign", readAs((text) => text.replace(/:\+(?=\d)/g, ":"))],
    ["takes control characters in strings", readAs((text) => text.replace(/\p{Cc}/gu, ""))],
    ["does not decode keys", readAs((text) => text.replace(/\\u0074icker/g, "?"))],
    ["refuses 1.0 as an integer", readAs((text) => text.replace(/("volume":\d+)\.0+,/, "$1.5,"))],
    [
      "reads numbers as floats of 32 bits",
      (bytes) => {
        const verdict = judge(bytes, CASES_NOW);
        if ("reason" in verdict) return verdict.reason;
        const { price } = verdict.trade;
        return contractVerdict(Buffer.from(JSON.stringify({ ...verdict.trade, price: Math.fround(price) })), CASES_NOW);
      },
    ],
    [
      "takes integers beyond 2^53-1",
      readAs((text) => text.replace(/"volume":(9007199254740992|1e16),/, '"volume":1,')),
    ],
    [
      "takes the first of duplicate keys",
      readAs((text) => {
        const again = /^(\{"ticker":"[^"]*","price":[^,]*,.*),"price":[^,}]*\}$/.exec(text);
        return again ? `${again[1]}}` : text;
      }),
    ],
  ])("%s", (_, verdict) => {
    expect(cases.some(({ bytes }, index) => verdict(bytes) !== verdicts[index])).toBe(true);
  });
});
