import { brokenLimits, LIMITS } from "../../../../local/rehearsal/limits/all";
import { Models } from "../../../../local/rehearsal/models/load";
import type { Structure } from "../../../../local/rehearsal/models/shape";
import { CASES } from "./limit-cases";

const circumstances = { account: "111111111111", region: "us-east-1", models: new Models("/none") };

/** Rules that a call breaks. */
const broken = (call: string, parameters: Structure): string[] => {
  const [service = "", operation = ""] = call.split(":");
  return brokenLimits(service, operation, parameters, circumstances).map(({ limit }) => limit.rule);
};

const named = CASES.map(([call, kept, wrong, rule]) => ({ call, kept, wrong, rule }));

test.each(named)("$call: $rule …", ({ call, kept, wrong, rule }) => {
  expect(broken(call, kept)).toEqual([]);
  expect(broken(call, wrong).filter((each) => each.startsWith(rule))).not.toEqual([]);
});

test("each limit has AWS's page, or Terraform's, and a rule of its own", () => {
  for (const { source } of LIMITS)
    expect(source).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|developer\.hashicorp\.com)\//);
  expect(LIMITS.length).toBeGreaterThan(50);
});
