import { join } from "node:path";
import { oneSidedToggles } from "../../../module-kit/parity/one-sided";
import { allSubjects } from "../../../module-kit/parity/subjects";
import { MODULES } from "../../../module-kit/publish/discover";

const folderOf = ({ definition }: { definition: { name: string } }) => join(MODULES, definition.name);
const oneSided = (module: string, ...cases: string[]) =>
  oneSidedToggles(
    allSubjects([module]).filter(({ caseName }) => cases.includes(caseName)),
    folderOf,
  );

test("a condition that no case turns off is named with the side that is missing", () => {
  expect(oneSided("schedule", "minimal")).toEqual([
    "schedule: aws_scheduler_schedule.this: var.enabled is never false",
    "schedule: inputs: var.enabled is never false",
  ]);
});

test("a condition of each instance needs one on either side", () => {
  expect(oneSided("network", "minimal").filter((each) => each.includes("each."))).toEqual([
    'network: data.aws_iam_policy_document.endpoints_policy: contains(["lambda", "sts"], each.key) is never true',
    'network: data.aws_iam_policy_document.endpoints_policy: each.key == "s3" is never false',
  ]);
  expect(oneSided("network", "minimal", "full")).toEqual([]);
});

test("a dynamic block over a collection must have elements", () => {
  expect(oneSided("alarms", "minimal").filter((each) => each.includes("length(each.value"))).toEqual([
    "alarms: aws_cloudwatch_metric_alarm.math: length(each.value.metrics) > 0 is never true",
  ]);
});
