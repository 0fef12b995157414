import { inRows, PARTS, steps } from "../../../scripts/test/parts";

test("every part runs once, the laptop and the rehearsals at the same time as what takes long", () => {
  const { first, sideBySide } = inRows(PARTS);
  expect([...first, ...sideBySide.flat()].sort()).toEqual([...PARTS].sort());
  expect(sideBySide).toEqual([["modules", "integration"], ["e2e"], ["rehearsal"]]);
});

test("parts that were asked for alone run in their order", () => {
  expect(inRows(["unit", "lint"])).toEqual({ first: ["unit", "lint"], sideBySide: [[], [], []] });
  expect(inRows(["e2e"])).toEqual({ first: [], sideBySide: [[], ["e2e"], []] });
});

test("parts at the same time write reports of their own", () => {
  const all = steps("/project", "/reports");
  const reports = [...all.modules(), ...all.integration(), ...all.e2e(), ...all.rehearsal()].flatMap(
    ({ report }) => report ?? [],
  );
  expect(reports).toHaveLength(4);
  expect(new Set(reports).size).toBe(4);
});
