import { checkParity, type ParityReport } from "../../../module-kit/parity/parity";
import { allSubjects } from "../../../module-kit/parity/subjects";

const subjects = allSubjects();
let report: ParityReport;

beforeAll(() => {
  report = checkParity(subjects);
}, 600_000);

test.each(subjects.map(({ definition, caseName }) => [definition.name, caseName]))(
  "%s plans and applies the same as a construct and as a module: %s",
  (module, caseName) => {
    const result = report.results.find((each) => each.module === module && each.caseName === caseName);
    expect(result?.differences).toEqual([]);
    expect(result?.instances).toBeGreaterThan(0);
  },
);

test("every resource of every module stands in some case", () => {
  expect(report.unreached).toEqual([]);
});
