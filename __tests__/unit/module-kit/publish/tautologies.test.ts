import * as z from "zod";
import { withoutTautologies } from "../../../../module-kit/publish/tautologies";
import { variableSpecs } from "../../../../module-kit/variables";

const specs = variableSpecs(
  z.object({ key: z.string().describe("A key."), other: z.string().optional().describe("Another key.") }),
);
const demanding = (...conditions: string[]) => ({
  name: "x",
  lifecycle: { precondition: conditions.map((condition) => ({ condition, error_message: "no" })) },
});

test("a precondition for an input that must be given, or for an attribute of an own resource, is dropped", () => {
  expect(withoutTautologies(demanding("${(var.key != null)}", "${aws_kms_key.key.arn != null}"), specs)).toEqual({
    name: "x",
  });
});

test.each(["${(var.other != null)}", "${var.key == null}", '${(var.key != null) && (var.key != "a")}'])(
  "%s stays",
  (condition) => {
    const fields = demanding("${(var.key != null)}", condition);
    expect(withoutTautologies(fields, specs)).toEqual(demanding(condition));
  },
);

test("the rest of a lifecycle stays", () => {
  const { lifecycle } = demanding("${(var.key != null)}");
  const fields = { lifecycle: { ...lifecycle, prevent_destroy: true } };
  expect(withoutTautologies(fields, specs)).toEqual({ lifecycle: { prevent_destroy: true } });
});
