import {
  expandErrorPrefix,
  expandPrefix,
  formatTimestamp,
  prefixProblem,
} from "../../../../../local/services/firehose/prefix";

const AT = new Date(Date.UTC(2026, 2, 4, 5, 6, 7));
const ERROR = "!{firehose:error-output-type}";

describe("expandPrefix", () => {
  it.each([
    ["lake/year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/", "lake/year=2026/month=03/day=04/"],
    ["a/!{timestamp:yyyy/MM/dd/HH}/", "a/2026/03/04/05/"],
    ["a/!{timestamp:yyyy-'M'MM}/", "a/2026-M03/"],
    ["plain/", "plain/2026/03/04/05/"],
    ["", "2026/03/04/05/"],
  ])("%s", (prefix, expected) => expect(expandPrefix(prefix, AT)).toBe(expected));

  it("makes another random string each time", () => {
    const [a, b] = [1, 2].map(() => expandPrefix("!{firehose:random-string}/!{timestamp:yyyy}/", AT));
    expect(a).toMatch(/^[\w-]{11}\/2026\/$/);
    expect(a).not.toBe(b);
  });
});

describe("expandErrorPrefix", () => {
  it.each([
    [`errors/${ERROR}/`, "errors/format-conversion-failed/"],
    [`errors/${ERROR}/!{timestamp:yyyy}/`, "errors/format-conversion-failed/2026/"],
    ["", "format-conversion-failed/2026/03/04/05/"],
  ])("%s", (prefix, expected) => expect(expandErrorPrefix(prefix, AT, "format-conversion-failed")).toBe(expected));
});

describe("formatTimestamp", () => {
  it("knows the day of the year", () => expect(formatTimestamp("DDD", AT)).toBe("063"));
});

describe("prefixProblem", () => {
  it.each([
    ["an unknown expression", "a/!{partitionKeyFromQuery:x}/", false, /is not known. Allowed: !\{timestamp/],
    ["the kind of error in a prefix", `a/${ERROR}/`, false, /allowed in ErrorOutputPrefix only/],
    ["an error prefix that mixes kinds", "a/!{timestamp:yyyy}/", true, /must have/],
  ])("refuses %s", (_, prefix, isError, message) => expect(prefixProblem(prefix, isError)).toMatch(message));

  it("accepts an error prefix with its kind", () =>
    expect(prefixProblem(`a/${ERROR}/!{timestamp:yyyy}/`, true)).toBeUndefined());
});
