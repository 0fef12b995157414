import { DEAD_LETTER_PERCENT } from "../../../contracts/dead-letter";
import type { Endpoints } from "../endpoints";
import type { FreshnessLimits } from "./freshness";
import type { Inventory } from "./inventory";
import type { Observation } from "./observe";

/** A job checkpoints every few seconds; one that has not for so long is frozen or cannot. */
const CHECKPOINT_SECONDS = 120;

/** Everything that is wrong, each as a sentence that begins with the part's name; none means healthy. */
export function findings(
  { parts, endpoints, problems, inventory, ...results }: Observation,
  limits: FreshnessLimits | undefined,
  now: Date,
): string[] {
  const unhealthy = parts
    .filter(({ healthy }) => !healthy)
    .map(({ name, detail }) => `${name}: ${detail || "not healthy"}`);
  if (parts.length === 0) return ["The laptop is not running."];
  if (!endpoints) return [...unhealthy, "stacks: not deployed; npm start deploys them"];
  return [
    ...unhealthy,
    ...problems,
    ...(inventory ? missing(endpoints, inventory, now) : []),
    ...stale(results, limits, now),
    ...deadLetters(results),
  ];
}

function missing({ flink, lake, feature_store }: Endpoints, found: Inventory, now: Date): string[] {
  const application = found.applications.find(({ name }) => name === flink.application);
  return [
    ...(application ? ofJob(application, now) : [`job: the application ${flink.application} does not exist`]),
    ...(found.deliveryStreams.includes(lake.delivery_stream)
      ? []
      : [`firehose: the delivery stream ${lake.delivery_stream} does not exist`]),
    ...(found.featureGroups.includes(feature_store.feature_group)
      ? []
      : [`feature store: the feature group ${feature_store.feature_group} does not exist`]),
  ];
}

function ofJob({ name, status, job }: Inventory["applications"][number], now: Date): string[] {
  if (status !== "RUNNING") return [`job: the application ${name} is ${status}, not RUNNING`];
  if (!job) return [`job: ${name} is RUNNING, but its processes are being started again`];
  if (job.state !== "RUNNING") return [`job: Flink says that the job of ${name} is ${job.state}`];
  const age = job.latestCheckpointAt && secondsSince(Date.parse(job.latestCheckpointAt), now);
  return age && age > CHECKPOINT_SECONDS ? [`job: the last checkpoint of ${name} is ${duration(age)} old`] : [];
}

type Results = Pick<Observation, "newestAggregates" | "newestLakeObject" | "newestFeature" | "deadLetterRate">;

function stale(results: Results, limits: FreshnessLimits | undefined, now: Date): string[] {
  const aggregate = Math.max(...(results.newestAggregates ?? []).map(({ window_end }) => window_end));
  const ages = [
    { what: "aggregates: the newest window", at: aggregate * 1000, limit: limits?.aggregateSeconds },
    {
      what: "lake: the newest object",
      at: Date.parse(results.newestLakeObject?.writtenAt ?? ""),
      limit: limits?.lakeSeconds,
    },
    {
      what: "feature store: the newest feature",
      at: (results.newestFeature?.eventTime ?? Number.NaN) * 1000,
      limit: limits?.featureSeconds,
    },
  ];
  return ages.flatMap(({ what, at, limit }) => {
    if (!Number.isFinite(at)) return [`${what} is not there yet`];
    const age = secondsSince(at, now);
    return limit !== undefined && age > limit
      ? [`${what} is ${duration(age)} old; it should be at most ${duration(limit)}`]
      : [];
  });
}

function deadLetters({ deadLetterRate }: Results): string[] {
  if (!deadLetterRate) return [];
  const { records, deadLetters: dead, minutes } = deadLetterRate;
  if (dead === 0 || dead * 100 <= records * DEAD_LETTER_PERCENT) return [];
  return [
    `dead letters: ${dead} in the last ${minutes} minutes, in which ${records} records came (limit: ${DEAD_LETTER_PERCENT} %)`,
  ];
}

const secondsSince = (at: number, now: Date): number => Math.round((now.getTime() - at) / 1000);

function duration(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`;
}
