import { App, TerraformOutput, Token } from "cdktf";
import { ref } from "cdktf/lib/tfExpression";
import {
  allDifferent,
  atMost,
  contains,
  disjoint,
  endsWith,
  equal,
  exactlyOne,
  fieldOf,
  implies,
  joined,
  keysOf,
  sizeOf,
  startsWith,
  subset,
} from "../../../module-kit/comparisons";
import type { Condition } from "../../../module-kit/conditionals";
import { PlainStack } from "../../../module-kit/plain-stack";

const text = (name: string) => Token.asString(ref(`var.${name}`));
const number = (name: string) => Token.asNumber(ref(`var.${name}`));
const list = (name: string) => Token.asList(ref(`var.${name}`));
const any = (name: string) => ref(`var.${name}`);

/** A value as Terraform's JSON has it. */
function printed(value: unknown): unknown {
  const stack = new PlainStack(new App({ skipValidation: true }), "stack");
  new TerraformOutput(stack, "out", { value });
  stack.prepareStack();
  return stack.toTerraform().output.out.value;
}

test.each<[string, Condition, boolean]>([
  ["a number at most another", atMost(2, 2), true],
  ["a number above another", atMost(3, 2), false],
  ["two conditions alike", equal(false, false), true],
  ["two conditions unlike", equal(true, false), false],
  ["a condition that does not hold", implies(false, false), true],
  ["a condition and its consequence", implies(true, true), true],
  ["a condition without its consequence", implies(true, false), false],
  ["a list with a text", contains(["a", "b"], "b"), true],
  ["a list without a text", contains(["a", "b"], "c"), false],
  ["a text and its beginning", startsWith("a/b/", "a/"), true],
  ["a text and another's beginning", startsWith("a/b/", "b/"), false],
  ["a text and its end", endsWith("3.9.x.kraft", ".kraft"), true],
  ["a text and another's end", endsWith("3.9.x", ".kraft"), false],
  ["a list within another", subset(["a"], ["b", "a"]), true],
  ["a list beyond another", subset(["a", "c"], ["b", "a"]), false],
  ["lists with nothing in common", disjoint(["a"], ["b"]), true],
  ["lists with something in common", disjoint(["a", "b"], ["b"]), false],
  ["a list of different texts", allDifferent(["a", "b"]), true],
  ["a list with a text twice", allDifferent(["a", "b", "a"]), false],
  ["one of several values", exactlyOne(null, "a", undefined), true],
  ["none of several values", exactlyOne(null, undefined), false],
  ["two of several values", exactlyOne("a", "b", null), false],
  ["an expression as the only value", exactlyOne(text("id"), null), true],
])("%s: decided at synth", (_, condition, expected) => {
  expect(condition).toBe(expected);
});

test.each<[Condition, string]>([
  [atMost(number("least"), number("most")), "(var.least <= var.most)"],
  [atMost(number("least"), 5), "(var.least <= 5)"],
  [equal(any("a"), any("b")), "(var.a == var.b)"],
  [equal(any("a"), true), "var.a"],
  [equal(false, any("b")), "!var.b"],
  [implies(any("on"), any("ready")), "var.on ? var.ready : true"],
  [contains(list("names"), text("name")), "contains(var.names, var.name)"],
  [startsWith(text("folder"), "a/"), 'startswith(var.folder, "a/")'],
  [endsWith(text("version"), ".kraft"), 'endswith(var.version, ".kraft")'],
  [allDifferent(list("names")), "(length(distinct(var.names)) == length(var.names))"],
  [subset(list("members"), ["a"]), '(length(setsubtract(var.members, ["a"])) == 0)'],
  [disjoint(list("names"), ["a"]), '(length(setintersection(var.names, ["a"])) == 0)'],
  [exactlyOne(text("id"), text("cidr"), null), "(length(compact([var.id, var.cidr])) == 1)"],
])("what depends on an expression is left to Terraform: %#", (condition, expected) => {
  expect(printed(condition)).toBe(`\${${expected}}`);
});

test("parts of lists and maps, known and not", () => {
  expect(sizeOf({ a: 1, b: 2 })).toBe(2);
  expect(keysOf({ b: 1, a: 1 })).toEqual(["a", "b"]);
  expect(joined(["a"], ["b"])).toEqual(["a", "b"]);
  expect(fieldOf([{ toPort: "1" }, { toPort: "2" }], "toPort")).toEqual(["1", "2"]);
  expect(printed(keysOf(any("map")))).toBe("${keys(var.map)}");
  expect(printed(joined(keysOf(any("a")), ["b"]))).toBe('${concat(keys(var.a), ["b"])}');
  expect(printed(fieldOf<{ toPort: string }>(any("rules"), "toPort"))).toBe("${var.rules[*].to_port}");
  expect(printed(sizeOf(any("map")))).toBe("${length(var.map)}");
});
