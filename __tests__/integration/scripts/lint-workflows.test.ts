import { findActionlint, lintWorkflows } from "../../../scripts/lint-workflows";

const actionlint = findActionlint();

// Without Go and without its module proxy there is no actionlint: __tests__/unit/workflows.test.ts still checks the commands.
(actionlint ? test : test.skip)("actionlint finds nothing in the workflows", () => {
  expect(lintWorkflows(actionlint!)).toBe("");
});
