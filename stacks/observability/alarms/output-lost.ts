import { lostOutputMetric } from "../lost-output";
import type { Reporters } from "../metric";
import type { Alarm } from "./alarm";

/** Of output that the brokers have dropped: Flink logs it and continues, so that nothing else shows it. */
export const outputLostAlarm = ({ namespace }: Reporters): Record<string, Alarm> => ({
  "output-lost": {
    description:
      "Aggregates or dead letters are lost: the brokers had aborted a transaction before the Flink job committed it.",
    metric: lostOutputMetric(namespace),
    threshold: 0,
    minutes: 5,
    points: 1,
    silence: "notBreaching",
  },
});
