import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { App } from "cdktf";
import { Construct } from "constructs";
import { movedFrom } from "../../../module-kit/moved";
import { PlainStack } from "../../../module-kit/plain-stack";

const logGroup = (scope: Construct, id: string) => new CloudwatchLogGroup(scope, id, { name: id });

/** The moves of a stack whose elements `build` makes, as `from → to`, without the type that all of them share. */
function moves(build: (stack: PlainStack) => void): string[] | undefined {
  const stack = new PlainStack(new App({ skipValidation: true }), "stack");
  build(stack);
  stack.prepareStack();
  const { moved } = stack.toTerraform() as { moved?: { from: string; to: string }[] };
  return moved?.map(({ from, to }) => `${from} → ${to}`.replaceAll("aws_cloudwatch_log_group.", ""));
}

test("a stack in which nothing was renamed has no moves", () => {
  expect(moves((stack) => logGroup(stack, "logs"))).toBeUndefined();
});

test("each earlier id of a resource moves to the next, the last one to the present", () => {
  expect(moves((stack) => movedFrom(logGroup(stack, "logs"), "first", "secondOne"))).toEqual([
    "first → second_one",
    "second_one → logs",
  ]);
});

test("a construct that was renamed takes along every resource below it", () => {
  const renamed = (stack: PlainStack) => {
    const job = new Construct(stack, "job");
    movedFrom(job, "task");
    logGroup(job, "this");
    logGroup(new Construct(job, "errors"), "logs");
  };
  expect(moves(renamed)).toEqual(["task → job", "task_errors_logs → job_errors_logs"]);
});

test("a resource that was renamed within a renamed construct moves in two steps, its own first", () => {
  const renamed = (stack: PlainStack) => {
    const job = new Construct(stack, "job");
    movedFrom(job, "task");
    movedFrom(logGroup(job, "logs"), "log");
  };
  expect(moves(renamed)).toEqual(["task_log → task_logs", "task_logs → job_logs"]);
});
