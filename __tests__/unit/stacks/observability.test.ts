import * as fs from "node:fs";
import * as path from "node:path";
import { DeadLetterReason } from "../../../contracts/dead-letter";
import { environmentNames, loadEnvironment } from "../../../envs/load";
import { pipelineAlarms } from "../../../stacks/observability/alarms";
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

  it("say together when the pipeline does not do its work", () => {
    const { compositeMembers } = alarmInputs(alarms, "https://example.com/runbooks");
    expect(compositeMembers).toEqual(
      expect.arrayContaining([
        "no-prices",
        "job-down",
        "checkpoint-failing",
        "lake-stale",
        "lake-silent",
        "features-stale",
      ]),
    );
    for (const member of compositeMembers as string[]) expect(alarms).toHaveProperty(member);
  });

  it("take silence for trouble where something must always report", () => {
    for (const name of ["no-prices", "job-down", "job-silent", "lake-silent", "features-stale"]) {
      expect(alarms[name]).toMatchObject({ silence: "breaching" });
    }
  });
});

it("brokers are watched where there are any", () => {
  const brokers = (environment: string) =>
    Object.keys(alarmsOf(environment)).filter((name) => name.startsWith("broker-"));
  expect(brokers("prod")).toEqual([]);
  expect(brokers("staging")).toEqual(["broker-1-disk", "broker-2-disk", "broker-3-disk"]);
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
    expect(inputs("dev").mathAlarms["no-prices"]?.expression).toBe("FILL(prices1, 0)");
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
      "100 * (FILL(dead1, 0) + FILL(dead2, 0) + FILL(dead3, 0)) / " +
        "IF((FILL(prices1, 0) + FILL(prices2, 0) + FILL(prices3, 0)) > 0, (FILL(prices1, 0) + FILL(prices2, 0) + FILL(prices3, 0)), 1)",
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

it("records that feature-store keeps being unable to store ring, although its invocations succeed", () => {
  expect(alarmsOf("dev")["features-deferred"]).toMatchObject({
    metric: { namespace: "own", name: "FeaturesDeferred" },
  });
});

it("the lake counts as silent only when a buffer interval has passed", () => {
  const silent = (bufferSeconds: number) =>
    pipelineAlarms(reporters, { ...loadEnvironment("dev"), firehose: { bufferMb: 64, bufferSeconds } })["lake-silent"]!;
  for (const seconds of [0, 60, 900]) {
    expect(silent(seconds).minutes * silent(seconds).points * 60).toBeGreaterThanOrEqual(seconds + 600);
  }
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

  it("lay graphs out three a row, without one over another", () => {
    for (const graphs of Object.values(all)) {
      const { widgets } = JSON.parse(dashboardBody("eu-west-1", graphs));
      const places = widgets.map(({ x, y }: { x: number; y: number }) => `${x}/${y}`);
      expect(new Set(places).size).toBe(graphs.length);
      for (const { x, width } of widgets) expect(x + width).toBeLessThanOrEqual(24);
    }
  });
});
