import type { Environment } from "../../envs/schema";
import type { Alarm } from "./alarms/alarm";
import { brokerAlarms } from "./alarms/brokers";
import { deliveryAlarms } from "./alarms/delivery";
import { jobAlarms } from "./alarms/job";
import { outputLostAlarm } from "./alarms/output-lost";
import { streamingAlarms } from "./alarms/streaming";
import type { Reporters } from "./metric";

/** Every alarm of the environment, by name: the name of its section in docs/ALERT_RUNBOOKS.md too. */
export function pipelineAlarms(reporters: Reporters, environment: Environment): Record<string, Alarm> {
  const limits = {
    checkpointIntervalMs: environment.flink.checkpointIntervalMs,
    bufferSeconds: environment.firehose.bufferSeconds,
    consumerLagRecords: environment.alarms.consumerLagRecords,
    featureAgeSeconds: environment.alarms.featureAgeSeconds,
  };
  return {
    ...streamingAlarms(reporters, limits),
    ...brokerAlarms(reporters),
    ...jobAlarms(reporters, limits),
    ...outputLostAlarm(reporters),
    ...deliveryAlarms(reporters, limits),
  };
}
