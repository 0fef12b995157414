import { LONGEST_CHECKPOINT_INTERVAL_MS } from "../../../../aws-limits/transaction-limits";
import { loadEnvironment } from "../../../../envs/load";
import type { MathAlarm, MetricAlarm } from "../../../../stacks/observability/alarms/alarm";
import { alarmInputs } from "../../../../stacks/observability/alarms/inputs";
import { alarmsOf, RUNBOOKS } from "./support";

it("records that feature-store keeps being unable to store fire an alarm, although its invocations succeed", () => {
  expect(alarmsOf("dev")["features-deferred"]).toMatchObject({
    metric: { namespace: "own", name: "FeaturesDeferred" },
  });
});

it("the lake counts as silent only when a buffer interval has passed", () => {
  const silent = (bufferSeconds: number) =>
    alarmsOf("dev", { firehose: { bufferMb: 64, bufferSeconds } })["lake-silent"]!;
  for (const seconds of [0, 60, 900]) {
    expect(silent(seconds).minutes * silent(seconds).datapointsToAlarm * 60).toBeGreaterThanOrEqual(seconds + 600);
  }
});

it("a batch in the failures bucket fires an alarm, whatever put it there, and so does one that did not reach it", () => {
  const metric = (name: string) => ({
    metric: { namespace: "AWS/Lambda", name, dimensions: { EventSourceMappingUUID: "mapping" }, statistic: "Sum" },
    threshold: 0,
  });
  expect(alarmsOf("dev")["batches-given-up"]).toMatchObject(metric("OnFailureDestinationDeliveredEventCount"));
  expect(alarmsOf("dev")["aggregates-dropped"]).toMatchObject(metric("DroppedEventCount"));
});

it("a job that restarts every twenty minutes fires an alarm, as one that restarts at once does", () => {
  expect(alarmsOf("dev")["job-restarting"]).toMatchObject({ minutes: 5, datapointsToAlarm: 3, evaluationPeriods: 12 });
});

it("a percentile is taken by alarms on expressions only", () => {
  const { mathAlarms } = alarmInputs(alarmsOf("dev"), RUNBOOKS);
  expect(mathAlarms).toMatchObject({
    "feature-store-slow": {
      threshold: 48_000,
      expression: "slowest",
      metrics: [{ metric: "Duration", statistic: "p99" }],
    },
  });
  const { expression, metrics, ...condition } = alarmsOf("dev")["feature-store-slow"] as MathAlarm;
  const slow: MetricAlarm = { ...condition, metric: metrics.slowest! };
  expect(() => alarmInputs({ slow }, "https://example.com")).toThrow(
    "An alarm on Duration needs an expression: p99 is no plain statistic",
  );
});

describe("a lag in records", () => {
  const withAlarms = (alarms: object, rest: object = {}) => {
    const dev = loadEnvironment("dev");
    return alarmsOf("dev", { ...rest, alarms: { ...dev.alarms, ...alarms } });
  };

  it("is by default what fifteen minutes bring: of prices, and of aggregates", () => {
    expect(withAlarms({})["job-lag"]?.threshold).toBe(1_500);
    expect(withAlarms({})["features-lag"]?.threshold).toBe(60);
    const producer = { ...loadEnvironment("dev").producer, recordsPerInvocation: 10, tickers: ["A", "B"] };
    expect(withAlarms({}, { producer })["job-lag"]?.threshold).toBe(150);
    expect(withAlarms({}, { producer })["features-lag"]?.threshold).toBe(30);
  });

  it("is more than the longest checkpoint interval leaves uncommitted", () => {
    const { recordsPerInvocation } = loadEnvironment("dev").producer;
    const uncommitted = (LONGEST_CHECKPOINT_INTERVAL_MS / 60_000) * recordsPerInvocation;
    expect(withAlarms({})["job-lag"]!.threshold).toBeGreaterThan(uncommitted);
  });

  it("is what the environment sets", () => {
    const set = withAlarms({ jobLagRecords: 7, featuresLagRecords: 9 });
    expect([set["job-lag"]?.threshold, set["features-lag"]?.threshold]).toEqual([7, 9]);
  });

  it("has one in time next to it, of five checkpoint intervals or more", () => {
    const seconds = (checkpointIntervalMs: number) => {
      const { flink } = loadEnvironment("dev");
      return withAlarms({}, { flink: { ...flink, checkpointIntervalMs } })["job-lag-time"]?.threshold;
    };
    expect([seconds(1_000), seconds(60_000), seconds(120_000)]).toEqual([300, 300, 600]);
  });
});

it("thresholds follow the environment", () => {
  const stale = (bufferSeconds: number) =>
    alarmsOf("dev", { firehose: { bufferMb: 64, bufferSeconds } })["lake-stale"]!;
  expect(stale(300).threshold).toBeGreaterThan(stale(60).threshold);
  expect(stale(0).threshold).toBeGreaterThan(0);
});
