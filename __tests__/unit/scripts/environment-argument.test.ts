import { environmentArgument } from "../../../scripts/environment-argument";

test("a known environment is loaded", () => {
  expect(environmentArgument("plan", ["dev"]).name).toBe("dev");
});

test("an unknown environment is an error that lists the known ones", () => {
  expect(() => environmentArgument("plan", ["nowhere"])).toThrow(/"nowhere".*dev, .*local, .*prod, .*staging/);
});

test.each([[[]], [["dev", "prod"]]])("arguments %j are answered with how to call the command", (args) => {
  expect(() => environmentArgument("bootstrap", args)).toThrow("Usage: npm run bootstrap -- <environment>");
});
