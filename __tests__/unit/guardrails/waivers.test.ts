import { loadEnvironments } from "../../../envs/load";
import { ALWAYS, PROVISIONED, UNPROTECTED } from "../../../guardrails/condition";
import { judge, type Waiver } from "../../../guardrails/waivers";

const TODAY = new Date("2026-06-15T12:00:00Z");
const finding = (stack: string) => ({ rule: "r", stack, resource: "aws_x.y", message: "must not" });
const waiver: Waiver = {
  rule: "r",
  stack: "lake",
  resource: "aws_x.y",
  when: ALWAYS,
  reason: "because",
  expires: "2026-06-15",
};
const environments = loadEnvironments(["dev", "prod"]);
const both = { environments, stacks: ["dev-lake", "prod-lake"] };

test("a waived finding is gone, in each environment that the waiver is for", () => {
  expect(judge([finding("dev-lake"), finding("prod-lake")], [waiver], both, TODAY)).toEqual({
    findings: [],
    waivers: [],
  });
});

test.each([
  ["rule", { rule: "other" }],
  ["stack", { stack: "network" }],
  ["resource", { resource: "aws_x.z" }],
  ["kind of environment", { when: PROVISIONED }],
])("a waiver for another %s waives nothing", (_, difference) => {
  const { findings } = judge(
    [finding("dev-lake")],
    [{ ...waiver, ...difference }],
    { environments, stacks: ["dev-lake"] },
    TODAY,
  );
  expect(findings).toEqual([finding("dev-lake")]);
});

test("a waiver that one of its environments does not need is complained about", () => {
  const { waivers } = judge([finding("dev-lake")], [waiver], both, TODAY);
  expect(waivers).toEqual([
    "waiver of r for aws_x.y in prod-lake is not needed: remove it, or say more exactly when it is",
  ]);
});

test("a waiver for a stack that is not synthesized is not unused", () => {
  expect(judge([finding("dev-lake")], [waiver], { environments, stacks: ["dev-lake"] }, TODAY).waivers).toEqual([]);
});

test("an expired waiver is complained about and waives no longer", () => {
  const verdict = judge([finding("dev-lake")], [{ ...waiver, when: UNPROTECTED }], both, new Date("2026-06-16"));
  expect(verdict.findings).toEqual([finding("dev-lake")]);
  expect(verdict.waivers).toEqual([
    "waiver of r for aws_x.y in dev-lake expired on 2026-06-15: fix the resource, or renew it with a reason",
  ]);
});

test.each(["never", "2026-06-31", "30.06.2026", "2026-6-30"])(
  "a waiver until %s waives nothing and is complained about",
  (expires) => {
    const { findings, waivers } = judge([finding("dev-lake")], [{ ...waiver, expires }], both, TODAY);
    expect(findings).toHaveLength(1);
    expect(waivers[0]).toContain(`expires on "${expires}": must be a day of the calendar`);
  },
);
