import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jestCounts, single, surefireCounts, total, withExitCode } from "../../../scripts/test/counts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a jest report counts each test, and a file that cannot be loaded as a failure", () => {
  const file = join(folder, "jest.json");
  const result = (fullName: string, status: string) => ({ fullName, status });
  const testResults = [
    { name: "/r/a.test.ts", message: "", assertionResults: [result("a", "passed"), result("b", "failed")] },
    { name: "/r/b.test.ts", message: "", assertionResults: [result("c", "pending"), result("d", "passed")] },
    { name: "/r/c.test.ts", message: "Cannot find module", assertionResults: [] },
  ];
  writeFileSync(file, JSON.stringify({ testResults }));
  expect(jestCounts(file, "/r")).toEqual({
    passed: 2,
    failed: 2,
    skipped: 1,
    failures: ["a.test.ts: b", "c.test.ts: could not be loaded"],
  });
});

test("Surefire's reports are added up, failures and errors named", () => {
  writeFileSync(
    join(folder, "TEST-a.xml"),
    `<?xml version="1.0"?><testsuite name="a" tests="4" errors="1" skipped="1" failures="1">
      <testcase name="fine" classname="a"/>
      <testcase name="wrong" classname="a"><failure message="m"/></testcase>
      <testcase name="broken" classname="a"><error message="m"/></testcase>
      <testcase name="later" classname="a"><skipped/></testcase></testsuite>`,
  );
  writeFileSync(join(folder, "TEST-b.xml"), '<testsuite tests="2" errors="0" skipped="0" failures="0"></testsuite>');
  expect(surefireCounts(folder)).toEqual({ passed: 3, failed: 2, skipped: 1, failures: ["a: wrong", "a: broken"] });
});

test("no report is an error, not zero tests", () => {
  expect(() => surefireCounts(join(folder, "absent"))).toThrow("no test report");
  expect(() => jestCounts(join(folder, "absent"), "/")).toThrow("ENOENT");
});

test("a runner that fails without a failed test counts as a failure", () => {
  const green = single("unit", true);
  expect(withExitCode(green, "unit", true)).toEqual(green);
  expect(withExitCode(green, "unit", false)).toMatchObject({ passed: 1, failed: 1, failures: ["unit"] });
  expect(withExitCode(single("unit", false), "unit", false)).toMatchObject({ failed: 1 });
});

test("totals keep every failure's name", () => {
  expect(total([single("lint", true), single("types", false)])).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
    failures: ["types"],
  });
});
