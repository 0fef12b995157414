import type { MetricSources } from "../metric";
import { brokerMetrics } from "../metrics/brokers";
import type { Alarm } from "./alarm";
import { SOURCES } from "./sources";

/** Of one broker each: an average over brokers would hide the one that is full. */
export function eachBrokersAlarms(sources: MetricSources): Record<string, Alarm> {
  const metrics = brokerMetrics(sources);
  const ofBroker = (id: string): Record<string, Alarm> => ({
    [`broker-${id}-disk`]: {
      description: `The disk of broker ${id} is nearly full; a broker without space stops.`,
      metric: metrics.disk(id),
      threshold: 85,
      runbook: "broker-disk",
      minutes: 5,
      datapointsToAlarm: 2,
      treatMissingData: "notBreaching",
      evidence: {
        fires: "the volume is more than 85 % full",
        after: "10 minutes",
        falsely: "no",
        source: SOURCES.mskMetrics,
      },
    },
    [`broker-${id}-cpu`]: {
      description: `Broker ${id} uses more than 60 % of its CPU: it could not take over from another.`,
      expression: "user + system",
      metrics: { user: metrics.cpuUser(id), system: metrics.cpuSystem(id) },
      threshold: 60,
      runbook: "broker-cpu",
      minutes: 5,
      datapointsToAlarm: 3,
      treatMissingData: "notBreaching",
      evidence: {
        fires: "CpuUser + CpuSystem is over 60 % on average, AWS's bound for Standard brokers",
        after: "15 minutes",
        falsely: "during maintenance, while one broker does another's work",
        source: "https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html",
      },
    },
    [`broker-${id}-heap`]: {
      description: `The heap of broker ${id} is more than 60 % full after garbage collection.`,
      metric: metrics.heap(id),
      threshold: 60,
      runbook: "broker-heap",
      minutes: 5,
      datapointsToAlarm: 3,
      treatMissingData: "notBreaching",
      evidence: {
        fires: "too many partitions, connections or transactional ids for the instance type",
        after: "15 minutes",
        falsely: "no",
        source: "https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html",
      },
    },
  });
  return Object.assign({}, ...sources.brokerIds.map(ofBroker));
}
