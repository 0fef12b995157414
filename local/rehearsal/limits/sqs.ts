import { type Limit, structureOf, unless, within } from "./limit";

/** Least and most of each attribute. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  MessageRetentionPeriod: [60, 1_209_600],
  VisibilityTimeout: [0, 43_200],
  MaximumMessageSize: [1024, 1_048_576],
  DelaySeconds: [0, 900],
  ReceiveMessageWaitTimeSeconds: [0, 20],
  KmsDataKeyReusePeriodSeconds: [60, 86_400],
};

export const sqs: readonly Limit[] = [
  {
    rule: "a queue's numbers are in their ranges",
    source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html",
    of: ["sqs:CreateQueue", "sqs:SetQueueAttributes"],
    problems: (parameters) =>
      Object.entries(structureOf(parameters, "Attributes")).flatMap(([name, value]) => {
        const range = RANGES[name];
        return range ? unless(/^\d+$/.test(String(value)) && within(Number(value), ...range), `${name} ${value}`) : [];
      }),
  },
];
