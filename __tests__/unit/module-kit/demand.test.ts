import { App, Token } from "cdktf";
import { ref } from "cdktf/lib/tfExpression";
import { Construct } from "constructs";
import { demand } from "../../../module-kit/demand";
import { PlainStack } from "../../../module-kit/plain-stack";

const scope = new Construct(new PlainStack(new App({ skipValidation: true }), "stack"), "lake");

test("nothing is left to check once an alternative holds", () => {
  expect(demand(scope, "one of them", false, true, Token.asAny(ref("var.maybe")))).toBeUndefined();
});

test("inputs that are known to be wrong stop the synthesis, which says where", () => {
  expect(() => demand(scope, "a or b must be given.", false, false)).toThrow("stack/lake: a or b must be given.");
});

test("what is not known yet is Terraform's to check", () => {
  const precondition = demand(scope, "one of them", false, ref("var.a"), ref("var.b"))?.precondition;
  expect(precondition).toEqual([{ condition: expect.anything(), errorMessage: "one of them" }]);
});
