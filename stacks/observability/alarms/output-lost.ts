import { lostOutputMetric } from "../lost-output";
import type { MetricSources } from "../metric";
import type { Alarm } from "./alarm";

/** Of output that the brokers have dropped: Flink logs it and continues, so that nothing else shows it. */
export const outputLostAlarm = ({ namespace }: MetricSources): Record<string, Alarm> => ({
  "output-lost": {
    description:
      "Aggregates or dead letters are lost: the brokers had aborted a transaction before the Flink job committed it.",
    metric: lostOutputMetric(namespace),
    threshold: 0,
    minutes: 5,
    datapointsToAlarm: 1,
    treatMissingData: "notBreaching",
    evidence: {
      fires:
        "the job logs that a transaction could not be committed: it was down for more than 15 minutes, or a checkpoint took too long",
      after: "5 minutes after the job has tried the commit",
      falsely:
        "a start from an earlier snapshot logs what it had yet to commit, although that was committed at the time",
      source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html",
    },
  },
});
