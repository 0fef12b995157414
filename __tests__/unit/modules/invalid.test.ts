import { App, TerraformStack } from "cdktf";
import { invalidOf } from "../../../module-kit/cases";
import { discoverModules } from "../../../module-kit/publish/discover";

const refusals = discoverModules().flatMap(({ name, construct }) =>
  Object.entries(invalidOf(name)).map(([what, invalid]) => ({ name, construct, what, ...invalid })),
);

test.each(refusals)("$name refuses $what when it is synthesized", ({ construct: Construct, inputs, message }) => {
  const stack = new TerraformStack(new App({ skipValidation: true }), "stack");
  expect(() => new Construct(stack, "invalid", inputs)).toThrow(message);
});
