import { type Limit, numberOf, unless } from "./limit";

const DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

export const logs: readonly Limit[] = [
  {
    rule: `a log is kept for ${DAYS.join(", ")} days`,
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
    of: ["logs:PutRetentionPolicy"],
    problems: (parameters) => {
      const days = numberOf(parameters, "retentionInDays") ?? 0;
      return unless(DAYS.includes(days), days);
    },
  },
];
