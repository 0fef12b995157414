import { changesOf } from "../../../../scripts/plan/change";
import type { StackPlan } from "../../../../scripts/plan/plan-stack";
import { lockOf } from "../../../../scripts/plan/refusal";
import { describe as describePlan, summarize } from "../../../../scripts/plan/summary";
import { inOrder } from "../../../../terraform-cli/stack-order";

const entry = (name: string, ...dependencies: string[]) => ({ name, workingDirectory: name, dependencies });
const planned = (stack: string, ...actions: string[]): StackPlan => ({
  stack,
  applyable: actions.length > 0,
  changes: actions.map((action) => ({
    address: `aws_x.${stack}`,
    type: "aws_x",
    action,
    because: [],
    unfinished: false,
  })),
});

/** As Terraform 1.11 prints it with the S3 backend's lock files. */
const LOCKED = `
│ Error: Error acquiring the state lock
│
│ Error message: operation error S3: PutObject, https response error
│ StatusCode: 412, api error PreconditionFailed: At least one of the pre-conditions you specified did not hold
│ Lock Info:
│   ID:        6c0a2d0a-3a7c-1f21-7f53-000000000001
│   Path:      market-data-dev-state-111111111111/market-data/dev/network.tfstate
│   Operation: OperationTypeApply
│   Who:       ada@build-7
│   Version:   1.11.4
│   Created:   2026-11-30 08:01:02.123456789 +0000 UTC
│   Info:
`;

test("stacks come after those that they need", () => {
  const stacks = [entry("d", "b", "c"), entry("c", "a"), entry("b", "a"), entry("a")];
  expect(inOrder(stacks).map(({ name }) => name)).toEqual(["a", "b", "c", "d"]);
});

test("a stack that is not among the ones to order is not waited for", () => {
  expect(inOrder([entry("b", "elsewhere")]).map(({ name }) => name)).toEqual(["b"]);
});

test("stacks that need each other are an error that names them", () => {
  expect(() => inOrder([entry("a", "b"), entry("b", "a")])).toThrow("stacks depend on each other: a, b");
});

test("only managed resources that change count as changes, with their ids and what makes a replacement necessary", () => {
  const change = (address: string, mode: string, actions: string[], more = {}) => {
    const reason = actions.length > 1 ? { action_reason: "replace_because_cannot_update" } : {};
    return { address, mode, type: "aws_x", ...reason, change: { actions, ...more } };
  };
  const plan = {
    resource_changes: [
      change("aws_x.a", "managed", ["create"], { before: null }),
      change("aws_x.b", "managed", ["delete", "create"], {
        before: { id: "b-1" },
        replace_paths: [["subnet_ids"], ["block", 0, "size"], ["subnet_ids"]],
      }),
      change("aws_x.c", "managed", ["no-op"]),
      change("data.aws_x.d", "data", ["read"]),
    ],
  };
  expect(changesOf(plan)).toEqual([
    { address: "aws_x.a", type: "aws_x", action: "create", because: [], unfinished: false },
    {
      address: "aws_x.b",
      type: "aws_x",
      action: "delete/create",
      id: "b-1",
      because: ["subnet_ids", "block.0.size"],
      unfinished: false,
    },
  ]);
  expect(changesOf({})).toEqual([]);
});

test("a replacement of what was never finished is distinguished from others", () => {
  const plan = {
    resource_changes: [
      {
        address: "aws_kms_key.a",
        mode: "managed",
        type: "aws_kms_key",
        action_reason: "replace_because_tainted",
        change: { actions: ["delete", "create"], before: { id: "k-1" } },
      },
    ],
  };
  expect(changesOf(plan)[0]).toMatchObject({ action: "delete/create", unfinished: true });
});

test("the summary adds up all stacks, and says what could not be planned or has to wait", () => {
  const plans = [
    planned("dev-a", "create"),
    planned("dev-b", "delete/create"),
    { stack: "dev-c", waiting: true as const },
    { stack: "dev-d", problem: "no credentials" },
  ];
  expect(summarize(plans)).toBe(
    "4 stacks: 1 to create, 0 to change, 1 to replace, 0 to destroy; 1 wait for others to be deployed; 1 could not be planned",
  );
  expect(summarize([planned("dev-a")])).toBe("1 stack: no changes");
  expect(describePlan(plans[0]!)).toContain("create         aws_x.dev-a");
  expect(describePlan(plans[3]!)).toBe("dev-d: cannot be planned: no credentials");
});

test("the summary does not say that nothing changes when no stack could be planned", () => {
  const plans = ["dev-a", "dev-b"].map((stack) => ({ stack, problem: "expired" }));
  expect(summarize(plans)).toBe("2 stacks: 0 planned; 2 could not be planned");
  expect(summarize([planned("dev-a"), ...plans])).toBe("3 stacks: 1 planned, no changes; 2 could not be planned");
});

test("outputs that change are not called nothing", () => {
  const plan: StackPlan = { stack: "dev-a", changes: [], applyable: true };
  expect(describePlan(plan)).toBe("dev-a: only outputs change");
  expect(summarize([plan, planned("dev-b")])).toBe("2 stacks: only outputs change");
});

test("a state that is locked is reported with who holds it, since when and for what", () => {
  const lock = lockOf({ stderr: LOCKED })!;
  expect(lock).toEqual({
    id: "6c0a2d0a-3a7c-1f21-7f53-000000000001",
    who: "ada@build-7",
    since: "2026-11-30 08:01:02 +0000 UTC",
    operation: "OperationTypeApply",
  });
  expect(describePlan({ stack: "dev-network", lock })).toContain(
    "its state is locked by ada@build-7 since 2026-11-30 08:01:02 +0000 UTC, for apply (lock 6c0a2d0a-3a7c-1f21-7f53-000000000001)",
  );
  expect(lockOf({ stderr: "Error: creating EC2 VPC" })).toBeUndefined();
});
