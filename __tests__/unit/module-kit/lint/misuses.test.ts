import { lintConstructors, misusesOf } from "../../../../module-kit/lint/check";

/** A module whose constructor has `code` in it, and whose class has `members`. */
const moduleWith = (code: string, members = "") => `
import { Fn, Op } from "cdktf";
import { Construct } from "constructs";
import * as z from "zod";
import { KINDS, byKind, limitOf } from "../../contracts/kinds";
import { type Props, parse, type Resolved } from "../../module-kit/inputs";
import { blocks, concat, forEachOf, isKnown, make, never, onlyIf } from "../../module-kit/structure";
const PARTS = ["year", "month"];
const names = (hint: string) => z.string().regex(/a/, hint).length(3);
export const inputs = z.object({ name: names("be a"), ...KINDS });
class Thing extends Construct {
  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    ${code}
  }
  ${members}
}
`;
const misuses = (code: string, members?: string) => misusesOf(moduleWith(code, members)).map((each) => each.code);

test.each<[string, string, string]>([
  ["an if", "if (p.on) make();", "p.on"],
  ["an opposite", "if (!p.on) make();", "p.on"],
  ["a conditional", "const x = p.on ? 1 : 2;", "p.on"],
  ["a condition and another", "const x = KINDS.big && p.on && make();", "p.on"],
  ["a value in the stead of an absent one", 'const x = p.name ?? "x";', "p.name"],
  ["a value in the stead of an empty one", 'const x = p.name || "x";', "p.name"],
  ["a field of what may be absent", "const x = p.network?.id;", "p.network"],
  ["a default of a field", 'const { name = "x" } = p;', "name"],
  ["a comparison of numbers", "const x = p.n > 5;", "p.n"],
  ["a comparison with a literal", "if (p.on === false) return;", "p.on === false"],
  ["a comparison of text", 'const x = p.mode === "a";', "p.mode"],
  ["a sum", "const x = p.n + 1;", "p.n"],
  ["a product in an assignment", "let x = 1; x *= p.n;", "x"],
  ["a negative", "const x = -p.n;", "p.n"],
  ["a question for the type", "const x = typeof p.n;", "p.n"],
  ["a switch", 'switch (p.mode) { case "a": make(); }', "p.mode"],
  ["a loop to a number", "for (let i = 0; i < p.n; i++) make();", "i < p.n"],
  ["a loop while", "while (p.on) make();", "p.on"],
  ["a loop over a list", "for (const id of p.ids) make(id);", "p.ids"],
  ["a loop over the keys of a map", "for (const key in p.tags) make(key);", "p.tags"],
  ["the length of a list", "const x = p.ids.length;", "p.ids"],
  ["the length of a text", "const x = p.name.length;", "p.name"],
  ["a list for each element", "p.ids.map((id) => id);", "p.ids"],
  ["a part of a list", "p.ids.filter((id) => id);", "p.ids"],
  ["whether a list has an element", 'p.ids.includes("a");', "p.ids"],
  ["an element of a list", "const x = p.ids[0];", "p.ids[0]"],
  ["a value of a map", "const x = p.tags['Name'];", "p.tags['Name']"],
  ["a constant by an input", "const x = KINDS[p.mode];", "KINDS[p.mode]"],
  ["the elements of a list", "const x = [...p.ids];", "p.ids"],
  ["the first elements of a list", "const [first] = p.ids;", "p.ids"],
  ["the entries of a map", "const x = { ...p.tags, Name: p.name };", "p.tags"],
  ["a map of a parameter", "const f = (tags: Record<string, string>) => ({ ...tags }); f(p.tags);", "tags"],
  ["the keys of a map", "const x = Object.keys(p.tags);", "p.tags"],
  ["JSON of an input", "const x = JSON.stringify(p.tags);", "p.tags"],
  ["a number of a text", "const x = Number(p.name);", "p.name"],
  ["a larger number", "const x = Math.max(p.n, 1);", "p.n"],
  ["a method of a text", "const x = p.name.toUpperCase();", "p.name"],
  ["a constant that is filtered by an input", "PARTS.filter(() => p.on);", "() => p.on"],
  ["a function of another folder", "const x = limitOf(p.mode);", "p.mode"],
  ["through a variable", "const on = p.on; if (on) make();", "on"],
  ["through destructuring", "const { on } = p; if (on) make();", "on"],
  ["through another class's field", "if (this.on) make();", "this.on"],
  ["through a function's parameter", "const f = (on: boolean) => (on ? 1 : 2); f(true); f(p.on);", "on"],
  ["through the function of blocks", "blocks(p.all, (item) => ({ a: item.on ? 1 : 2 }));", "item.on"],
  ["through a cast", "if (p.on as boolean) make();", "p.on as boolean"],
  ["through an iterator", 'if (forEachOf(p.all).getString("a")) make();', 'forEachOf(p.all).getString("a")'],
])("%s is refused", (_, code, found) => {
  expect(misuses(code)).toEqual([found]);
});

test.each<[string, string]>([
  ["text with an input in it", "const x = `${p.name}-role`;"],
  [
    "functions of Terraform",
    'const x = Fn.join(",", p.ids); Op.gt(Fn.lengthOf(p.ids), 3); Fn.replace(p.name, "a", "b");',
  ],
  ["the inputs as a whole", "make({ ...p, name: p.name });"],
  ["an object that is written out", "const copy = { a: p.name }; make({ ...copy });"],
  ["a function that gives such an object", "const common = (x: string) => ({ x }); make({ ...common(p.name) });"],
  ["constants, in every way", "for (const part of PARTS) make(PARTS.length > 1 ? part : KINDS[part]);"],
  ["a constant for each element", "PARTS.map((part) => ({ part, name: p.name, long: part.length > 3 }));"],
  [
    "entries of an object of a known shape",
    "Object.entries({ a: p.name, ...KINDS }).map(([key, value]) => [key, value]);",
  ],
  ["a list that is written out", "make([...PARTS, p.name].length);"],
  [
    "a function that gets only constants",
    'const numbered = (kinds: string[], more?: string) => ({ kinds: kinds.map((kind) => kind + "-1"), ...(more ? { more } : {}) }); numbered(["a"]); numbered(["b"], "c");',
  ],
  ["constants of another folder's functions", "make(limitOf(KINDS.big) > 3);"],
  ["whether a value is known at all", "if (never(p.on)) return; if (isKnown(p.n) && isKnown(p.ids)) return;"],
])("%s may be used", (_, code) => {
  expect(misuses(code)).toEqual([]);
});

test("a private method may go through a list that all its callers write out, and no other", () => {
  const member = "private each(list: string[]) { return list.map((item) => item); }";
  expect(misuses('this.each(["a", "b"]);', member)).toEqual([]);
  expect(misuses('this.each(["a", "b"]); this.each(p.ids);', member)).toEqual(["list"]);
});

test("a misuse is named with its line, and with what to write", () => {
  expect(misusesOf("class A {\n  constructor(on) {\n    if (on) make();\n  }\n}\n")).toEqual([
    { line: 3, code: "on", why: expect.stringContaining("write onlyIf, blockIf, choose") },
  ]);
});

test("no module has any", () => {
  expect(() => lintConstructors()).not.toThrow();
});

test.each(["cdktf", "cdktn"])("expressions that %s makes are tokens too", (library) => {
  const code = 'const x = Fn.timestamp() === "x"; const y = Op.add(1, 2) > 3;';
  const found = misusesOf(moduleWith(code).replace('from "cdktf"', `from "${library}"`));
  expect(found.map((each) => each.code)).toEqual(["Fn.timestamp()", "Op.add(1, 2)"]);
});
