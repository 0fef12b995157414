import { checkParameters } from "../../../../../local/rehearsal/models/check";
import { javaPattern } from "../../../../../local/rehearsal/models/pattern";
import type { Structure } from "../../../../../local/rehearsal/models/shape";
import { service } from "./fixture";

const model = service("json", {
  required: ["Name"],
  members: {
    Name: { shape: "Text" },
    Size: { shape: "Size" },
    Color: { shape: "Color" },
    Enabled: { shape: "Flag" },
    Names: { shape: "Texts" },
    Labels: { shape: "Labels" },
    Choice: { shape: "Choice" },
    Bytes: { shape: "Bytes" },
  },
});

const judged = (parameters: Structure) =>
  checkParameters(model, { operation: "Make", parameters }).map(({ kind, member }) => `${kind} ${member}`);

test.each<[string, Structure]>([
  ["the shortest", { Name: "a" }],
  ["the longest", { Name: "abcdefgh" }],
  ["the least number", { Name: "a", Size: 1 }],
  ["the largest number", { Name: "a", Size: 10 }],
  ["as many items as allowed", { Name: "a", Names: ["a", "b"], Labels: { a: "b", c: "d" } }],
  ["one member of a union", { Name: "a", Choice: { Other: 2 } }],
  ["as many bytes as allowed", { Name: "a", Bytes: "AAAAAA==" }],
  ["each kind", { Name: "a", Color: "RED", Enabled: false }],
])("AWS accepts %s", (_, parameters) => {
  expect(judged(parameters)).toEqual([]);
});

test.each<[string, Structure, string]>([
  ["nothing for a required member", {}, "required Name"],
  ["an empty text", { Name: "" }, "length Name"],
  ["a text that is one character too long", { Name: "abcdefghi" }, "length Name"],
  ["a text that the pattern matches in part only", { Name: "a1" }, "pattern Name"],
  ["a text that is a number", { Name: 1 }, "type Name"],
  ["a number below the least", { Name: "a", Size: 0 }, "range Size"],
  ["a number above the largest", { Name: "a", Size: 11 }, "range Size"],
  ["a fraction for an integer", { Name: "a", Size: 1.5 }, "type Size"],
  ["a boolean as a text", { Name: "a", Enabled: "true" }, "type Enabled"],
  ["another value than those of the enumeration", { Name: "a", Color: "BLUE" }, "enum Color"],
  ["one item too many", { Name: "a", Names: ["a", "b", "c"] }, "length Names"],
  ["an item twice", { Name: "a", Names: ["a", "a"] }, "unique Names"],
  ["a wrong item", { Name: "a", Names: ["a", "B"] }, "pattern Names[1]"],
  ["a wrong key", { Name: "a", Labels: { A: "a" } }, "pattern Labels.key A"],
  ["a wrong value of a map", { Name: "a", Labels: { a: "A" } }, "pattern Labels.a"],
  ["no member of a union", { Name: "a", Choice: {} }, "union Choice"],
  ["two members of a union", { Name: "a", Choice: { One: "a", Other: 2 } }, "union Choice"],
  ["bytes that are not base64", { Name: "a", Bytes: "a" }, "type Bytes"],
  ["too many bytes", { Name: "a", Bytes: "AAAAAAA=" }, "length Bytes"],
])("AWS refuses %s", (_, parameters, finding) => {
  expect(judged(parameters)).toContain(finding);
});

test.each([
  ["[\\p{L}\\p{N} _.:/=+\\-@]*", "Straße 1", "a\u2028b"],
  ["[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*", "a 😀", "\u0001"],
  ["(?i)all|[0-9]{12}", "ALL", "some"],
  ["[a-z]++", "ab", "a1"],
  ["[a-zA-Z0-9\\_\\-]+", "a_-", "a b"],
  ["([\\p{L}]*)${1,128}", "ab", "a1"],
])("Java's pattern %s matches %j, and not %j", (source, yes, no) => {
  const pattern = javaPattern(source) as RegExp;
  expect(pattern.test(yes)).toBe(true);
  expect(pattern.test(no)).toBe(false);
});

test("a pattern that JavaScript does not know is an error, not a pass", () => {
  expect(javaPattern("(?<!a")).toBeInstanceOf(Error);
});
