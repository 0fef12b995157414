import { App, TerraformStack } from "cdktf";
import { refusedOf } from "../../../module-kit/cases";
import { discoverModules } from "../../../module-kit/publish/discover";

const refusals = discoverModules().flatMap(({ name, construct }) =>
  Object.entries(refusedOf(name)).map(([what, refused]) => ({ name, construct, what, ...refused })),
);

test.each(refusals)("$name refuses $what when it is synthesized", ({ construct: Construct, inputs, says }) => {
  const stack = new TerraformStack(new App({ skipValidation: true }), "stack");
  expect(() => new Construct(stack, "refused", inputs)).toThrow(says);
});
