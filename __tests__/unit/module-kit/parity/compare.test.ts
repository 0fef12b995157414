import { differences } from "../../../../module-kit/parity/compare";

test("equal values differ nowhere", () => {
  expect(differences({ a: [1, { b: "x" }] }, { a: [1, { b: "x" }] }, "")).toEqual([]);
});

test("a difference is named by its path, with both values", () => {
  expect(differences({ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, "")).toEqual(["a.0.b: 1 in the stack, 2 in the module"]);
});

test("what one side lacks is a difference", () => {
  expect(differences({ a: 1 }, {}, "")).toEqual(["a: 1 in the stack, undefined in the module"]);
  expect(differences([1], [1, 2], "")).toEqual(["1: undefined in the stack, 2 in the module"]);
});

test("values that a mock made up are not compared, but those of the inputs are", () => {
  expect(differences("a1b2c3d4", "z9y8x7w6", "")).toEqual([]);
  expect(differences("a1b2c3d4", "z9y8x7w6", "name: a1b2c3d4")).toHaveLength(1);
});
