import { environmentNames, loadEnvironment } from "../../../../envs/load";
import { MOST_BROKERS } from "../../../../envs/schema/kafka";
import { pipelineAlarms } from "../../../../stacks/observability/alarms";
import { alarmInputs } from "../../../../stacks/observability/alarms/inputs";
import { alarmsOf, RUNBOOKS, sourcesOf } from "./support";

describe.each(environmentNames())("the alarms of %s", (environment) => {
  const alarms = alarmsOf(environment);

  it("say together when the pipeline is unhealthy", () => {
    const { compositeMembers } = alarmInputs(alarms, RUNBOOKS);
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
    expect(alarmInputs(alarms, RUNBOOKS).compositeMembers).not.toContain("checkpoint-failing");
    expect(alarms["checkpoint-failing"]).toMatchObject({ datapointsToAlarm: 1 });
  });

  it("keep to CloudWatch's limits: ten metrics, a day of data points, and 10,240 characters of the composite's rule", () => {
    const { mathAlarms, compositeMembers } = alarmInputs(alarms, RUNBOOKS);
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
    const { mathAlarms } = alarmInputs(alarms, RUNBOOKS);
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
  const staging = loadEnvironment("staging");
  const brokerIds = Array.from({ length: MOST_BROKERS }, (_, index) => String(index + 1));
  const { mathAlarms } = alarmInputs(pipelineAlarms({ ...sourcesOf(staging), brokerIds }, staging), RUNBOOKS);
  const sizes = Object.values(mathAlarms as Record<string, { metrics: unknown[] }>).map(
    ({ metrics }) => metrics.length,
  );
  // The expression is one of the ten.
  expect(Math.max(...sizes)).toBe(2 * MOST_BROKERS);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(9);
});
