import { Token } from "cdktf";
import { ref } from "cdktf/lib/tfExpression";
import { demand } from "../../../module-kit/demand";

test("nothing is left to check once an alternative holds", () => {
  expect(demand("one of them", false, true, Token.asAny(ref("var.maybe")))).toBeUndefined();
});

test("an input that is known to be wrong stops the synthesis", () => {
  expect(() => demand("one of them", false, false)).toThrow("one of them");
});

test("what is not known yet is Terraform's to check", () => {
  const precondition = demand("one of them", false, ref("var.a"), ref("var.b"))?.precondition;
  expect(precondition).toEqual([{ condition: expect.anything(), errorMessage: "one of them" }]);
});
