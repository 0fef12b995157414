import * as fs from "node:fs";
import * as path from "node:path";
import { DeadLetterReason } from "../../../contracts/dead-letter";
import { LONGEST_CHECKPOINT_INTERVAL_MS } from "../../../contracts/transaction-limits";
import { environmentNames, loadEnvironment } from "../../../envs/load";
import { MOST_BROKERS } from "../../../envs/schema/kafka";
import { pipelineAlarms } from "../../../stacks/observability/alarms";
import type { MathAlarm, MetricAlarm } from "../../../stacks/observability/alarms/alarm";
import { alarmInputs } from "../../../stacks/observability/alarms/inputs";
import { dashboards } from "../../../stacks/observability/dashboards";
import type { Reporters } from "../../../stacks/observability/metric";
import { dashboardBody } from "../../../stacks/observability/widgets";
import { brokerIds } from "../../../stacks/streaming/brokers";

const reporters: Reporters = {
  clusterName: "kafka",
  brokerIds: [],
  topics: { input: "in", output: "out", dlq: "dead" },
  groups: { job: "job", features: "features" },
  applicationName: "job",
  streamName: "stream",
  functions: { producer: "p", consumer: "c", "feature-store": "f", "check-feature-store": "q" },
  missed: { producer: "producer-missed", "check-feature-store": "check-missed", consumer: "consumer-missed" },
  featureSourceId: "mapping",
  namespace: "own",
};
const reportersOf = (environment: string): Reporters => ({
  ...reporters,
  brokerIds: brokerIds(loadEnvironment(environment).kafka),
});
const alarmsOf = (environment: string) => pipelineAlarms(reportersOf(environment), loadEnvironment(environment));

describe.each(environmentNames())("the alarms of %s", (environment) => {
  const alarms = alarmsOf(environment);

  it("have a runbook each", () => {
    const runbooks = fs.readFileSync(path.join(__dirname, "../../../docs/ALERT_RUNBOOKS.md"), "utf8");
    const sections = new Set(runbooks.match(/^## .+$/gm)?.map((heading) => heading.slice(3)));
    const wanted = Object.entries(alarms).map(([name, { runbook }]) => runbook ?? name);
    expect(wanted.filter((name) => !sections.has(name))).toEqual([]);
    expect(sections).toContain("pipeline-unhealthy");
  });

  it("say together when the pipeline is unhealthy", () => {
    const { compositeMembers } = alarmInputs(alarms, "https://example.com/runbooks");
    expect(compositeMembers).toEqual(
      expect.arrayContaining(["no-prices", "job-down", "job-silent", "lake-stale", "lake-silent", "features-stale"]),
    );
    for (const member of compositeMembers as string[]) expect(alarms).toHaveProperty(member);
  });

  it("are in ALARM without data where something must always report", () => {
    for (const name of ["no-prices", "job-down", "job-silent", "lake-silent", "features-stale"]) {
      expect(alarms[name]).toMatchObject({ treatMissingData: "breaching" });
    }
  });

  it("do not count the pipeline as unhealthy for one failed checkpoint, which the next makes up for", () => {
    expect(alarmInputs(alarms, "https://example.com/runbooks").compositeMembers).not.toContain("checkpoint-failing");
    expect(alarms["checkpoint-failing"]).toMatchObject({ datapointsToAlarm: 1 });
  });

  it("keep to CloudWatch's limits: ten metrics, a day of data points, and 10,240 characters of the composite's rule", () => {
    const { mathAlarms, compositeMembers } = alarmInputs(alarms, "https://example.com/runbooks");
    // The expression is one of the ten.
    for (const [name, { metrics }] of Object.entries(mathAlarms as Record<string, { metrics: unknown[] }>))
      expect({ name, fits: metrics.length <= 9 }).toEqual({ name, fits: true });
    for (const [name, { minutes, datapointsToAlarm, evaluationPeriods = datapointsToAlarm }] of Object.entries(alarms))
      expect({ name, fits: minutes * evaluationPeriods <= 1440 && datapointsToAlarm <= evaluationPeriods }).toEqual({
        name,
        fits: true,
      });
    const longest = `ALARM("${"x".repeat(40)}-")`;
    const rule = (compositeMembers as string[]).map((member) => longest + member).join(" OR ");
    expect(rule.length).toBeLessThan(10_240);
  });

  it("fill no gap in what a single point may decide: a point that comes late is the fill value at first", () => {
    const { mathAlarms } = alarmInputs(alarms, "https://example.com/runbooks");
    const filled = Object.entries(
      mathAlarms as Record<
        string,
        { expression: string; metrics: unknown[]; datapointsToAlarm: number; threshold: number; comparison: string }
      >,
    ).filter(([, { expression }]) => expression.includes("FILL"));
    for (const [name, { metrics, datapointsToAlarm, comparison }] of filled) {
      expect({ name, parts: metrics.length > 1 }).toEqual({ name, parts: true });
      // A fill value of 0 can only breach from below.
      if (comparison !== "GreaterThanThreshold")
        expect({ name, points: datapointsToAlarm > 1 }).toEqual({ name, points: true });
    }
  });

  it("say how far each can be trusted, with AWS's page", () => {
    for (const [name, { evidence }] of Object.entries(alarms)) {
      expect({ name, source: evidence.source }).toEqual({
        name,
        source: expect.stringMatching(/^https:\/\/docs\.aws\.amazon\.com\/\S+$/),
      });
      for (const text of [evidence.fires, evidence.after, evidence.falsely]) expect(text).not.toBe("");
    }
  });
});

it("brokers are watched where there are any", () => {
  const brokers = (environment: string) =>
    Object.keys(alarmsOf(environment)).filter((name) => name.startsWith("broker-"));
  expect(brokers("prod")).toEqual([]);
  expect(brokers("staging").sort()).toEqual(
    ["1", "2", "3"].flatMap((id) => [`broker-${id}-cpu`, `broker-${id}-disk`, `broker-${id}-heap`]),
  );
  const cluster = ["offline-partitions", "under-min-isr", "under-replicated", "iam-connections", "active-controller"];
  expect(Object.keys(alarmsOf("staging"))).toEqual(expect.arrayContaining(cluster));
  expect(cluster.filter((name) => name in alarmsOf("prod"))).toEqual([]);
});

it("an alarm over all brokers takes no more than ten metrics with as many brokers as an environment may have", () => {
  const brokerIds = Array.from({ length: MOST_BROKERS }, (_, index) => String(index + 1));
  const { mathAlarms } = alarmInputs(
    pipelineAlarms({ ...reporters, brokerIds }, loadEnvironment("staging")),
    "https://example.com/runbooks",
  );
  const sizes = Object.values(mathAlarms as Record<string, { metrics: unknown[] }>).map(
    ({ metrics }) => metrics.length,
  );
  // The expression is one of the ten.
  expect(Math.max(...sizes)).toBe(2 * MOST_BROKERS);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(9);
});

describe("a topic's figures", () => {
  interface Inputs {
    readonly mathAlarms: Record<string, { expression: string; metrics: { dimensions: object }[] }>;
  }
  const inputs = (environment: string) =>
    alarmInputs(alarmsOf(environment), "https://example.com/runbooks") as unknown as Inputs;
  const dimensions = (environment: string, alarm: string) =>
    inputs(environment).mathAlarms[alarm]?.metrics.map((metric) => metric.dimensions);

  it("are one metric of MSK Serverless", () => {
    expect(inputs("dev").mathAlarms["no-prices"]?.expression).toBe("prices1");
    expect(dimensions("dev", "dead-letters")).toEqual([
      { "Cluster Name": "kafka", Topic: "dead" },
      { "Cluster Name": "kafka", Topic: "in" },
    ]);
  });

  it.each([
    ["no-prices", "in", "prices"],
    ["job-silent", "out", "aggregates"],
  ])("are added up over provisioned brokers, which report them one by one: %s", (alarm, topic, id) => {
    expect(inputs("staging").mathAlarms[alarm]).toMatchObject({
      expression: `(FILL(${id}1, 0) + FILL(${id}2, 0) + FILL(${id}3, 0))`,
      comparison: "LessThanOrEqualToThreshold",
      threshold: 0,
    });
    expect(dimensions("staging", alarm)).toEqual(
      ["1", "2", "3"].map((id) => ({ "Cluster Name": "kafka", Topic: topic, "Broker ID": id })),
    );
  });

  it("are added up within an expression too", () => {
    expect(inputs("staging").mathAlarms["dead-letters"]?.expression).toBe(
      "IF((FILL(prices1, 0) + FILL(prices2, 0) + FILL(prices3, 0)) > 0, " +
        "100 * (FILL(dead1, 0) + FILL(dead2, 0) + FILL(dead3, 0)) / (FILL(prices1, 0) + FILL(prices2, 0) + FILL(prices3, 0)), 0)",
    );
    expect(dimensions("staging", "dead-letters")).toHaveLength(6);
  });

  it("are added up on dashboards, the brokers' own unseen", () => {
    const graphs = dashboards(reportersOf("staging")).pipeline!;
    const [{ properties }] = JSON.parse(dashboardBody("eu-west-1", graphs)).widgets;
    const [sum, ...brokers] = properties.metrics.slice(0, 4);
    expect(sum).toEqual([{ expression: "(FILL(m0p1, 0) + FILL(m0p2, 0) + FILL(m0p3, 0))", label: "prices", id: "m0" }]);
    expect(brokers).toContainEqual([
      ...["AWS/Kafka", "MessagesInPerSec", "Cluster Name", "kafka", "Topic", "in", "Broker ID", "2"],
      { stat: "Sum", id: "m0p2", visible: false },
    ]);
  });
});

it("records that feature-store keeps being unable to store fire an alarm, although its invocations succeed", () => {
  expect(alarmsOf("dev")["features-deferred"]).toMatchObject({
    metric: { namespace: "own", name: "FeaturesDeferred" },
  });
});

it("the lake counts as silent only when a buffer interval has passed", () => {
  const silent = (bufferSeconds: number) =>
    pipelineAlarms(reporters, { ...loadEnvironment("dev"), firehose: { bufferMb: 64, bufferSeconds } })["lake-silent"]!;
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
  const { mathAlarms } = alarmInputs(alarmsOf("dev"), "https://example.com/runbooks");
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
    return pipelineAlarms(reporters, { ...dev, ...rest, alarms: { ...dev.alarms, ...alarms } });
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
    pipelineAlarms(reporters, { ...loadEnvironment("dev"), firehose: { bufferMb: 64, bufferSeconds } })["lake-stale"]!;
  expect(stale(300).threshold).toBeGreaterThan(stale(60).threshold);
  expect(stale(0).threshold).toBeGreaterThan(0);
});

describe("the dashboards", () => {
  const all = dashboards(reporters);

  it("are four, and show at least forty metrics", () => {
    expect(Object.keys(all)).toHaveLength(4);
    const shown = Object.values(all).flatMap((graphs) => graphs.flatMap(({ metrics }) => metrics));
    const unique = new Set(
      shown.map(({ namespace, name, dimensions }) => JSON.stringify([namespace, name, dimensions])),
    );
    expect(unique.size).toBeGreaterThanOrEqual(40);
  });

  it("show what the job refuses by every reason that it counts, as CloudWatch keeps it", () => {
    const refused = all.processing!.flatMap(({ metrics }) => metrics).filter(({ name }) => name === "invalidRecords");
    expect(refused.map(({ dimensions }) => dimensions)).toContainEqual({ Application: "job", reason: "invalid_json" });
    const reasons = refused.map(({ dimensions }) => dimensions.reason);
    expect([...reasons, "late"].sort()).toEqual([...DeadLetterReason.options].sort());
  });

  it("show what each subtask counts as the application's: the sum of its samples, by their number in a period", () => {
    const processing = JSON.parse(dashboardBody("eu-west-1", all.processing!));
    const lines = processing.widgets.flatMap(
      ({ properties }: { properties: { metrics: unknown[] } }) => properties.metrics,
    );
    const application = ["Application", "job"];
    expect(lines).toEqual(
      expect.arrayContaining([
        [{ expression: "m0p / (4 * PERIOD(m0p) / 60)", label: "records in", id: "m0" }],
        ["AWS/KinesisAnalytics", "numRecordsInPerSecond", ...application, { stat: "Sum", id: "m0p", visible: false }],
      ]),
    );
    expect(lines).toContainEqual([
      "AWS/KinesisAnalytics",
      "cpuUtilization",
      ...application,
      expect.objectContaining({ stat: "Maximum" }),
    ]);
    expect(lines).toContainEqual([
      "AWS/KinesisAnalytics",
      "KPUs",
      ...application,
      { stat: "Maximum", label: "KPUs", period: 3600 },
    ]);
  });

  it("keep their periods whatever the range of time, and begin a shift ago", () => {
    for (const graphs of Object.values(all))
      expect(JSON.parse(dashboardBody("eu-west-1", graphs))).toMatchObject({
        start: "-PT8H",
        periodOverride: "inherit",
      });
  });

  it("show the states of alarms above the graphs", () => {
    const [states, first] = JSON.parse(dashboardBody("eu-west-1", all.pipeline!, ["arn:one"])).widgets;
    expect(states).toMatchObject({ type: "alarm", y: 0, width: 24, properties: { alarms: ["arn:one"] } });
    expect(first).toMatchObject({ type: "metric", y: states.height });
  });

  it("lay graphs out three a row, without one over another", () => {
    for (const graphs of Object.values(all)) {
      const { widgets } = JSON.parse(dashboardBody("eu-west-1", graphs));
      const places = widgets.map(({ x, y }: { x: number; y: number }) => `${x}/${y}`);
      expect(new Set(places).size).toBe(graphs.length);
      for (const { x, width } of widgets) expect(x + width).toBeLessThanOrEqual(24);
    }
  });
});
