import { differences } from "../../../../module-kit/parity/compare";

test("equal values differ nowhere", () => {
  expect(differences({ a: [1, { b: "x" }] }, { a: [1, { b: "x" }] })).toEqual([]);
});

test("a difference is named by its path, with both values", () => {
  expect(differences({ a: [{ b: 1 }] }, { a: [{ b: 2 }] })).toEqual(["a.0.b: 1 in the stack, 2 in the module"]);
});

test("what one side lacks is a difference", () => {
  expect(differences({ a: 1 }, {})).toEqual(["a: 1 in the stack, undefined in the module"]);
  expect(differences([1], [1, 2])).toEqual(["1: undefined in the stack, 2 in the module"]);
});

describe("texts that a mock could have made up", () => {
  const [required, optional] = [{ http: [{ tokens: "required" }] }, { http: [{ tokens: "optional" }] }];

  test("differ where the provider computes nothing", () => {
    expect(differences(required, optional)).toEqual([
      'http.0.tokens: "required" in the stack, "optional" in the module',
    ]);
    expect(differences(required, optional, (path) => path.join(".") === "http.0.endpoint")).toHaveLength(1);
  });

  test("are equal where it computes them", () => {
    expect(differences(required, optional, (path) => path.join(".") === "http.0.tokens")).toEqual([]);
  });

  test("differ from anything else, even there", () => {
    expect(differences("a1b2c3d4", "not made up", () => true)).toHaveLength(1);
    expect(differences("a1b2c3d4", undefined, () => true)).toHaveLength(1);
  });
});
