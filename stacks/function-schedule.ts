import type { Construct } from "constructs";
import { prefix } from "../envs/names";
import type { Environment } from "../envs/schema";
import { definitionOf, type FunctionName, type ScheduledFunction } from "../handlers/functions";
import type { NodeFunction } from "../modules/function";
import { Schedule } from "../modules/schedule";
import { createMissedInvocationsQueue } from "./missed-invocations";

/** When a function is invoked: fixed by its definition or set by the environment; undefined if nothing invokes it on a schedule. */
export function scheduleOf(environment: Environment, name: FunctionName): string | undefined {
  const { schedule } = definitionOf(name);
  if (!schedule || "expression" in schedule) return schedule?.expression;
  return { "producer.schedule": environment.producer.schedule, "consumer.schedule": environment.consumer.schedule }[
    schedule.setting
  ];
}

/** Name of the queue with a function's invocations that EventBridge Scheduler could not make. */
export const missedQueueName = (first: string, name: FunctionName): string => `${first}-${name}-missed`;

/** Construct IDs of a schedule and its queue, which resource addresses in states follow from. */
interface ScheduleIds {
  readonly schedule: string;
  readonly queue?: string;
}

/** Invokes a function on its schedule, if it has one in this environment. */
export function addSchedule(
  scope: Construct,
  environment: Environment,
  name: ScheduledFunction,
  { functionArn }: NodeFunction,
  ids: ScheduleIds,
): void {
  const expression = scheduleOf(environment, name);
  if (expression === undefined) return;
  new Schedule(scope, ids.schedule, {
    name: `${prefix(environment)}-${name}-schedule`,
    functionArn,
    expression,
    deadLetterArn: createMissedInvocationsQueue(scope, missedQueueName(prefix(environment), name), ids.queue),
  });
}
