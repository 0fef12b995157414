import { StockAggregate } from "../../../../../contracts/stock-aggregate";
import type { Endpoints } from "../../../../../local/platform/endpoints";
import type { Observation } from "../../../../../local/platform/status/observe";
import { aggregate as anyAggregate } from "../../../handlers/support";

/** When the tests look. */
export const NOW = new Date("2026-03-02T10:00:00Z");
const secondsAgo = (seconds: number) => Math.round(NOW.getTime() / 1000) - seconds;
export const isoAgo = (seconds: number) => new Date(NOW.getTime() - seconds * 1000).toISOString();

const endpoints: Endpoints = {
  kafka: {
    bootstrap: "127.0.0.1:9092",
    bootstrap_iam: "127.0.0.1:9098",
    topics: { input: "prices", output: "aggregates", dlq: "dead" },
  },
  aws: { endpoint_url: "http://127.0.0.1:4566", region: "us-east-1" },
  flink: { ui: "http://127.0.0.1:8081", application: "the-job" },
  lake: { bucket: "lake", prefix: "aggregates/", delivery_stream: "the-stream" },
  feature_store: { endpoint_url: "http://127.0.0.1:4567", feature_group: "the-group" },
};

export function aggregate(secondsOld: number): StockAggregate {
  return StockAggregate.parse(
    anyAggregate({ window_start: secondsAgo(secondsOld + 60), window_end: secondsAgo(secondsOld) }),
  );
}

export const application = {
  name: "the-job",
  status: "RUNNING",
  version: 1,
  jobManagerRestarts: 0,
  taskManagerRestarts: 0,
  job: { state: "RUNNING", latestCheckpointAt: isoAgo(5) },
};

/** A laptop on which everything works. */
export const working: Observation = {
  parts: [
    { name: "supervisor", healthy: true, detail: "" },
    { name: "broker", healthy: true, detail: "healthy" },
  ],
  endpoints,
  inventory: { applications: [application], deliveryStreams: ["the-stream"], featureGroups: ["the-group"] },
  deadLetterRate: { minutes: 5, records: 500, deadLetters: 5 },
  newestAggregates: [aggregate(60)],
  newestLakeObject: { key: "aggregates/a.parquet", bytes: 1, writtenAt: isoAgo(30) },
  newestFeature: { ticker: "AMZN", eventTime: secondsAgo(60) },
  problems: [],
};
