import { checkParameters } from "../models/check";
import { readJson } from "../models/json";
import type { Finding, Structure } from "../models/shape";
import { type Circumstances, type Limit, numberOf, structureOf, textOf, unless, within } from "./limit";

const SCHEDULES = "https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html";
const TARGETS = "https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html";
const OF = ["scheduler:CreateSchedule", "scheduler:UpdateSchedule"];
const RATE = /^rate\((1 (minute|hour|day)|([2-9]|[1-9]\d+) (minutes|hours|days)|1 (minutes|hours|days))\)$/;
const UNIVERSAL = /^arn:[\w-]+:scheduler:::aws-sdk:(\w+):(\w+)$/;

const target = (parameters: Structure) => structureOf(parameters, "Target");

export const scheduler: readonly Limit[] = [
  {
    rule: "a schedule is rate(n unit) with n above 0, cron with six fields, or at(time)",
    source: SCHEDULES,
    of: OF,
    problems: (parameters) => {
      const expression = textOf(parameters, "ScheduleExpression");
      const cron = /^cron\((\S+\s+){5}\S+\)$/.test(expression);
      const at = /^at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)$/.test(expression);
      return unless(RATE.test(expression) || cron || at, expression);
    },
  },
  {
    rule: "what a schedule calls is an operation of AWS, and its input is one that the service's model accepts",
    source: TARGETS,
    of: OF,
    problems: (parameters, circumstances) => universalTarget(target(parameters), circumstances),
  },
  {
    rule: "an event that was not delivered is kept for 60 to 86,400 seconds and tried up to 185 times",
    source: "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html",
    of: OF,
    problems: (parameters) => {
      const policy = structureOf(target(parameters), "RetryPolicy");
      const [age = 86_400, attempts = 185] = [
        numberOf(policy, "MaximumEventAgeInSeconds"),
        numberOf(policy, "MaximumRetryAttempts"),
      ];
      return unless(within(age, 60, 86_400) && within(attempts, 0, 185), `${age} s, ${attempts} times`);
    },
  },
];

/** The call that the schedule will make, held against the called service's own model. */
function universalTarget(called: Structure, { models }: Circumstances): string[] {
  const [, service, action = ""] = UNIVERSAL.exec(textOf(called, "Arn")) ?? [];
  if (!service) return [];
  if (!models.has(service)) return [`${service} is no service`];
  const model = models.of(service);
  const operation = action.charAt(0).toUpperCase() + action.slice(1);
  const input = model.operation(operation)?.input;
  if (!model.operation(operation)) return [`${service} has no operation ${operation}`];
  if (!input) return [];
  const findings: Finding[] = [];
  try {
    const given = JSON.parse(textOf(called, "Input") || "{}");
    const value = readJson(model, input, given, "", (kind, member, detail) => findings.push({ kind, member, detail }));
    findings.push(...checkParameters(model, { operation, parameters: structureOf({ value }, "value") }));
  } catch (error) {
    return [`the input is not JSON: ${(error as Error).message}`];
  }
  return findings.map(({ member, detail }) => `${operation} ${member}: ${detail}`);
}
