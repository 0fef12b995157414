import { type Limit, listOf, numberOf, structureOf, unless, within } from "./limit";

const QUOTAS = "https://docs.aws.amazon.com/managed-flink/latest/java/limits.html";
const OF = ["kinesisanalyticsv2:CreateApplication"];

export const kinesisanalyticsv2: readonly Limit[] = [
  {
    rule: "an application has at most 50 property groups, of 50 KB together",
    source: "https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_EnvironmentProperties.html",
    of: OF,
    problems: (parameters) => {
      const groups = listOf(
        structureOf(parameters, "ApplicationConfiguration", "EnvironmentProperties"),
        "PropertyGroups",
      );
      const size = Buffer.byteLength(JSON.stringify(groups));
      return unless(groups.length <= 50 && size <= 50 * 1024, `${groups.length} groups, ${size} bytes`);
    },
  },
  {
    rule: "1 to 8 tasks share a KPU",
    source: QUOTAS,
    of: OF,
    problems: (parameters) => {
      const settings = structureOf(
        parameters,
        "ApplicationConfiguration",
        "FlinkApplicationConfiguration",
        "ParallelismConfiguration",
      );
      const tasks = numberOf(settings, "ParallelismPerKPU") ?? 1;
      return unless(within(tasks, 1, 8), tasks);
    },
  },
];
