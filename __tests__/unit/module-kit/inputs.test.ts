import { App, TerraformVariable } from "cdktf";
import * as z from "zod";
import { type Props, parse } from "../../../module-kit/inputs";
import { PlainStack } from "../../../module-kit/plain-stack";

const inputs = z.object({
  name: z.string().regex(/^[a-z]+$/),
  size: z.int().min(1).max(9).default(3),
  rules: z.record(z.string(), z.object({ port: z.int().max(100), toPort: z.int().optional() })).default({}),
});

const stack = () => new PlainStack(new App({ skipValidation: true }), "stack");
const parsed = (props: Props<typeof inputs>) => parse(stack(), inputs, props);

test("defaults are filled in", () => {
  expect(parsed({ name: "lake" })).toEqual({ name: "lake", size: 3, rules: {} });
});

test("a wrong value is refused with the construct, the input and the value", () => {
  expect(() => parsed({ name: "lake", size: 10 })).toThrow(/stack: input "size" is 10: .*<=9/s);
});

test("a missing input is named", () => {
  expect(() => parsed({} as never)).toThrow('input "name" is missing');
});

test("an unknown input is refused with the ones there are", () => {
  expect(() => parsed({ name: "lake", sise: 3 } as never)).toThrow('no input "sise"; there are name, size, rules');
});

test("an expression is left to Terraform, and what is known next to it is still checked", () => {
  const scope = stack();
  const token = new TerraformVariable(scope, "token", {}).stringValue;
  expect(parse(scope, inputs, { name: token }).name).toBe(token);
  expect(() => parse(scope, inputs, { name: token, size: 0 })).toThrow('input "size"');
  const rules = { web: { port: new TerraformVariable(scope, "port", {}).numberValue }, far: { port: 101 } };
  expect(() => parse(scope, inputs, { name: "lake", rules })).toThrow('input "rules"');
});

test("a Terraform template is an expression, an escaped one is data", () => {
  expect(parsed({ name: "${var.name}" }).name).toBe("${var.name}");
  expect(() => parsed({ name: "$${name}" })).toThrow('input "name"');
});

test("every element of a map has the same keys", () => {
  const { rules } = parsed({ name: "lake", rules: { a: { port: 1, toPort: 2 }, b: { port: 3 } } });
  expect(Object.keys((rules as Record<string, object>).b as object)).toEqual(["port", "toPort"]);
});
