import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, Aspects, TerraformStack } from "cdktf";
import { loadEnvironment } from "../../../envs/load";
import { ALWAYS } from "../../../guardrails/condition";
import { addGuardrails } from "../../../guardrails/guardrails";

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "guardrails-"));
});
afterEach(() => rmSync(outdir, { recursive: true, force: true }));

function app(retentionInDays?: number) {
  const root = new App({ outdir });
  const stack = new TerraformStack(root, "dev-logs");
  new AwsProvider(stack, "aws", { region: "us-east-1" });
  const group = new CloudwatchLogGroup(stack, "group", { name: "g", kmsKeyId: "k", retentionInDays });
  return { root, stack, group };
}

test("a finding stops the synthesis, with stack, resource, requirement and rule, and leaves no manifest to deploy from", () => {
  const { root } = app();
  addGuardrails(root, [loadEnvironment("dev")], { waivers: [] });
  expect(() => root.synth()).toThrow(
    /dev-logs: aws_cloudwatch_log_group\.group must say how long it keeps its lines \(log-group-retention\)/,
  );
  expect(existsSync(join(outdir, "manifest.json"))).toBe(false);
});

test("good stacks are synthesized", () => {
  const { root } = app(7);
  addGuardrails(root, [loadEnvironment("dev")], { waivers: [] });
  root.synth();
  expect(existsSync(join(outdir, "manifest.json"))).toBe(true);
});

test("what an aspect or an override does is seen", () => {
  const { root, stack, group } = app(7);
  Aspects.of(stack).add({ visit: (node) => void (node === group && group.addOverride("retention_in_days", 0)) });
  addGuardrails(root, [loadEnvironment("dev")], { waivers: [] });
  expect(() => root.synth()).toThrow(/log-group-retention/);
});

test("a waiver that nothing needs stops the synthesis too", () => {
  const { root } = app(7);
  const waiver = {
    rule: "log-group-retention",
    stack: "logs",
    resource: "aws_cloudwatch_log_group.group",
    when: ALWAYS,
    reason: "because",
    expires: "2999-01-01",
  };
  addGuardrails(root, [loadEnvironment("dev")], { waivers: [waiver] });
  expect(() => root.synth()).toThrow(/not needed/);
});
