import { loadEnvironment } from "../../../../../envs/load";
import { findings } from "../../../../../local/platform/status/findings";
import { freshnessLimits } from "../../../../../local/platform/status/freshness";
import { newestIncident } from "../../../../../local/platform/status/incidents";
import type { Observation } from "../../../../../local/platform/status/observe";
import { aggregate, application, isoAgo, NOW, working } from "./observation";

const environment = loadEnvironment("local");
const LIMITS = freshnessLimits(environment)!;

const found = (changes: Partial<Observation> = {}) => findings({ ...working, ...changes }, LIMITS, NOW);
const withJob = (changes: Partial<typeof application>) =>
  found({ inventory: { ...working.inventory!, applications: [{ ...application, ...changes }] } });

it("finds nothing where everything works", () => {
  expect(found()).toEqual([]);
});

describe("what is missing, stopped or frozen", () => {
  it("is named when it does not answer", () => {
    expect(found({ problems: ["broker: no answer within 3 s"] })).toEqual(["broker: no answer within 3 s"]);
  });

  it("is named when its process is not healthy", () => {
    const broker = { name: "broker", healthy: false, detail: "unresponsive; it does not answer" };
    expect(found({ parts: [broker] })).toEqual(["broker: unresponsive; it does not answer"]);
  });

  it.each([
    ["a deleted application", { applications: [] }, "job: the application the-job does not exist"],
    ["a deleted feature group", { featureGroups: [] }, "feature store: the feature group the-group does not exist"],
    ["a deleted stream", { deliveryStreams: ["another"] }, "firehose: the delivery stream the-stream does not exist"],
  ])("is named: %s", (_, inventory, finding) => {
    expect(found({ inventory: { ...working.inventory!, ...inventory } })).toEqual([finding]);
  });

  it("is the job when the application was stopped", () => {
    expect(withJob({ status: "READY", job: undefined })).toEqual([
      "job: the application the-job is READY, not RUNNING",
    ]);
  });

  it("is the job when its job manager was killed", () => {
    expect(withJob({ job: undefined })).toEqual([expect.stringContaining("being started again")]);
  });

  it("is the job when Flink restarts it", () => {
    expect(withJob({ job: { ...application.job, state: "RESTARTING" } })).toEqual([
      "job: Flink says that the job of the-job is RESTARTING",
    ]);
  });

  it("is the job when it completes no checkpoint, as with a frozen task manager", () => {
    expect(withJob({ job: { state: "RUNNING", latestCheckpointAt: isoAgo(121) } })).toEqual([
      "job: the last checkpoint of the-job is 2 min old",
    ]);
  });

  it("is the laptop or its stacks", () => {
    expect(found({ parts: [] })).toEqual(["The laptop is not running."]);
    expect(found({ endpoints: undefined })).toEqual(["stacks: not deployed; npm start deploys them"]);
  });
});

describe("results that are stale", () => {
  it("are those older than the schedule, a window and what waits behind them", () => {
    expect(LIMITS).toEqual({ aggregateSeconds: 180, lakeSeconds: 195, featureSeconds: 240 });
    const at = (seconds: number) => ({
      newestAggregates: [aggregate(seconds), aggregate(9_999)],
      newestLakeObject: { key: "", bytes: 1, writtenAt: isoAgo(seconds) },
      newestFeature: { ticker: "AMZN", eventTime: aggregate(seconds).window_end },
    });
    expect(found(at(180))).toEqual([]);
    expect(found(at(241))).toEqual([
      "aggregates: the newest window is 4 min old; it should be at most 3 min",
      "lake: the newest object is 4 min old; it should be at most 3 min",
      "feature store: the newest feature is 4 min old; it should be at most 4 min",
    ]);
  });

  it("are those that never came", () => {
    expect(found({ newestAggregates: [], newestLakeObject: undefined, newestFeature: undefined })).toEqual([
      "aggregates: the newest window is not there yet",
      "lake: the newest object is not there yet",
      "feature store: the newest feature is not there yet",
    ]);
  });

  it("are not judged by age where the schedule may leave days out", () => {
    const nightly = { ...environment, producer: { ...environment.producer, schedule: "cron(0 8 ? * MON-FRI *)" } };
    expect(freshnessLimits(nightly)).toBeUndefined();
    expect(findings({ ...working, newestAggregates: [aggregate(90_000)] }, undefined, NOW)).toEqual([]);
  });
});

it("takes dead letters for a finding from one record in a hundred", () => {
  expect(found({ deadLetterRate: { minutes: 5, records: 500, deadLetters: 6 } })).toEqual([
    "dead letters: 6 in the last 5 minutes, in which 500 records came (limit: 1 %)",
  ]);
  expect(found({ deadLetterRate: { minutes: 5, records: 0, deadLetters: 0 } })).toEqual([]);
});

it("keeps the newest incident once it is over", () => {
  const parts = [{ name: "broker", healthy: true, lastIncident: { at: 1_000, what: "it was ended by SIGKILL" } }];
  const dead = { ...application, lastIncident: { at: 2_000, what: "the task manager died" } };
  expect(newestIncident({ parts, inventory: { ...working.inventory!, applications: [dead] } })).toEqual({
    at: "1970-01-01T00:00:02.000Z",
    what: "the-job: the task manager died",
  });
  expect(newestIncident({ parts })?.what).toBe("broker: it was ended by SIGKILL");
  expect(newestIncident({ parts: [] })).toBeUndefined();
});
