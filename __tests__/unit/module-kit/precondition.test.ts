import { App, Token } from "cdktf";
import { ref } from "cdktf/lib/tfExpression";
import { Construct } from "constructs";
import { atMost } from "../../../module-kit/comparisons";
import { PlainStack } from "../../../module-kit/plain-stack";
import { mergeLifecycles, precondition, preconditionForEach } from "../../../module-kit/precondition";
import { forEachOf } from "../../../module-kit/structure";

const scope = new Construct(new PlainStack(new App({ skipValidation: true }), "stack"), "lake");

test("nothing is left to check once an alternative holds", () => {
  expect(precondition(scope, "one of them", false, true, Token.asAny(ref("var.maybe")))).toBeUndefined();
});

test("inputs that are known to be wrong stop the synthesis, which says where", () => {
  expect(() => precondition(scope, "a or b must be given.", false, false)).toThrow("stack/lake: a or b must be given.");
});

test("what is not known yet is Terraform's to check", () => {
  const blocks = precondition(scope, "one of them", false, ref("var.a"), ref("var.b"))?.precondition;
  expect(blocks).toEqual([{ condition: expect.anything(), errorMessage: "one of them" }]);
});

describe("of each entry of a map", () => {
  type Ranges = Parameters<typeof preconditionForEach<{ readonly from: number; readonly to: number }>>[1]["over"];
  const inOrder = (over: Ranges) =>
    preconditionForEach(scope, {
      over,
      each: forEachOf(over),
      message: (key) => `${key} is upside down`,
      holds: ({ from, to }) => atMost(from, to),
    });

  test("nothing is left to check where all are right", () => {
    expect(inOrder({ a: { from: 1, to: 2 }, b: { from: 2, to: 2 } })).toBeUndefined();
  });

  test("the entry that is wrong is named", () => {
    expect(() => inOrder({ a: { from: 1, to: 2 }, b: { from: 3, to: 2 } })).toThrow("stack/lake: b is upside down");
  });

  test("what is not known yet is checked of each instance", () => {
    for (const ranges of [ref("var.ranges"), { a: { from: 1, to: Token.asNumber(ref("var.to")) } }]) {
      expect(inOrder(ranges)?.precondition).toHaveLength(1);
    }
  });
});

test("several preconditions are one lifecycle, with its other settings", () => {
  const open = (message: string) => precondition(scope, message, ref("var.a"));
  expect(mergeLifecycles(precondition(scope, "met", true), undefined)).toBeUndefined();
  expect(
    mergeLifecycles({ ignoreChanges: ["tags"] }, open("first"), precondition(scope, "met", true), open("second")),
  ).toMatchObject({ ignoreChanges: ["tags"], precondition: [{ errorMessage: "first" }, { errorMessage: "second" }] });
});
