import { inRows, PARTS, steps } from "../../../scripts/test/parts";

test("every part runs once, the laptop beside what takes long", () => {
  const { first, then } = inRows(PARTS);
  expect([...first, ...then.flat()].sort()).toEqual([...PARTS].sort());
  expect(then).toEqual([["modules", "integration"], ["e2e"]]);
});

test("parts that were asked for alone run in their order", () => {
  expect(inRows(["unit", "lint"])).toEqual({ first: ["unit", "lint"], then: [[], []] });
  expect(inRows(["e2e"])).toEqual({ first: [], then: [[], ["e2e"]] });
});

test("parts at the same time write reports of their own", () => {
  const all = steps("/project", "/reports");
  const reports = [...all.modules(), ...all.integration(), ...all.e2e()].flatMap(({ report }) => report ?? []);
  expect(reports).toHaveLength(3);
  expect(new Set(reports).size).toBe(3);
});
