import { allSubjects } from "../../../../module-kit/parity/subjects";

test("the cases of the modules that are named", () => {
  expect(allSubjects(["log-group"]).map(({ definition, caseName }) => [definition.name, caseName])).toEqual([
    ["log-group", "minimal"],
    ["log-group", "full"],
  ]);
});

test("a name that no module has is refused with the ones there are", () => {
  expect(() => allSubjects(["log-grop"])).toThrow(/no module "log-grop"; there are alarms, .*log-group/);
});
