import { inOrder } from "../../../scripts/plan/order";
import { changesOf } from "../../../scripts/plan/plan-stack";
import { describe as describePlan, summarize } from "../../../scripts/plan/summary";

const entry = (name: string, ...dependencies: string[]) => ({ name, workingDirectory: name, dependencies });

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

test("only managed resources that change count as changes", () => {
  const change = (address: string, mode: string, ...actions: string[]) => ({ address, mode, change: { actions } });
  const plan = {
    resource_changes: [
      change("aws_x.a", "managed", "create"),
      change("aws_x.b", "managed", "delete", "create"),
      change("aws_x.c", "managed", "no-op"),
      change("data.aws_x.d", "data", "read"),
    ],
  };
  expect(changesOf(plan)).toEqual([
    { address: "aws_x.a", action: "create" },
    { address: "aws_x.b", action: "delete/create" },
  ]);
  expect(changesOf({})).toEqual([]);
});

test("the summary adds up all stacks, and says what could not be planned or has to wait", () => {
  const plans = [
    { stack: "dev-a", changes: [{ address: "aws_x.a", action: "create" }] },
    { stack: "dev-b", changes: [{ address: "aws_x.b", action: "delete/create" }] },
    { stack: "dev-c", waiting: true as const },
    { stack: "dev-d", problem: "no credentials" },
  ];
  expect(summarize(plans)).toBe(
    "4 stacks: 1 to create, 0 to change, 1 to replace, 0 to destroy; 1 wait for others to be deployed; 1 could not be planned",
  );
  expect(summarize([{ stack: "dev-a", changes: [] }])).toBe("1 stack: no changes");
  expect(describePlan(plans[0]!)).toContain("create         aws_x.a");
  expect(describePlan(plans[3]!)).toBe("dev-d: cannot be planned: no credentials");
});
