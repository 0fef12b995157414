import { inGroups, PARTS, steps } from "../../../scripts/test/parts";

test("every part runs once, and what takes longest at the same time", () => {
  const groups = inGroups(PARTS);
  expect(groups.flat().sort()).toEqual([...PARTS].sort());
  expect(groups.at(-1)).toEqual(["integration", "e2e"]);
  expect(groups.slice(0, -1).every((group) => group.length === 1)).toBe(true);
});

test("a part that was asked for alone runs alone", () => {
  expect(inGroups(["e2e"])).toEqual([["e2e"]]);
  expect(inGroups(["unit", "lint"])).toEqual([["unit"], ["lint"]]);
});

test("parts at the same time write reports of their own", () => {
  const all = steps("/project", "/reports");
  const reports = [...all.integration(), ...all.e2e()].map(({ report }) => report);
  expect(new Set(reports).size).toBe(reports.length);
});
