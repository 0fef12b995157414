import type { Environment } from "../../envs/schema";
import type { Alarm, Limits } from "./alarms/alarm";
import { brokerAlarms } from "./alarms/brokers";
import { checkpointAlarms } from "./alarms/checkpoints";
import { consumerAlarms } from "./alarms/consumer";
import { featureAlarms } from "./alarms/features";
import { jobAlarms } from "./alarms/job";
import { jobResourceAlarms } from "./alarms/job-resources";
import { lagAlarms } from "./alarms/lag";
import { lakeAlarms } from "./alarms/lake";
import { outputLostAlarm } from "./alarms/output-lost";
import { qualityAlarms } from "./alarms/quality";
import { streamingAlarms } from "./alarms/streaming";
import type { MetricSources } from "./metric";

/** Every alarm of the environment, by name: the name of its section in docs/ALERT_RUNBOOKS.md too. */
export function pipelineAlarms(sources: MetricSources, environment: Environment): Record<string, Alarm> {
  const limits = limitsOf(environment);
  return {
    ...streamingAlarms(sources),
    ...lagAlarms(sources, limits),
    ...brokerAlarms(sources),
    ...jobAlarms(sources),
    ...checkpointAlarms(sources, limits),
    ...outputLostAlarm(sources),
    ...jobResourceAlarms(sources),
    ...lakeAlarms(sources, limits),
    ...featureAlarms(sources),
    ...qualityAlarms(sources, limits),
    ...consumerAlarms(sources),
  };
}

/**
 * Runs of the producer, and windows of a minute, that a consumer group may be behind by default. A group that commits with Flink's checkpoints
 * is behind by an interval before each, 7 minutes at most.
 */
const MINUTES_BEHIND = 15;

const limitsOf = ({ alarms, firehose, flink, producer }: Environment): Limits => ({
  checkpointIntervalMs: flink.checkpointIntervalMs,
  bufferSeconds: firehose.bufferSeconds,
  jobLagRecords: alarms.jobLagRecords ?? MINUTES_BEHIND * producer.recordsPerInvocation,
  featuresLagRecords: alarms.featuresLagRecords ?? MINUTES_BEHIND * producer.tickers.length,
  featureAgeSeconds: alarms.featureAgeSeconds,
});
