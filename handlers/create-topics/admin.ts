import { setTimeout as delay } from "node:timers/promises";
import type { ConfigOperation } from "../shared/incremental-configs";
import { type Admin, ConfigResourceTypes, ConfigSource } from "../shared/kafka";
import { topicErrors } from "../shared/kafka-error";
import { rangesOf } from "../shared/offsets";
import type { TopicAdmin } from "./core";
import { NotYet } from "./persist";

/** MSK Serverless takes two topic-management requests a second (https://docs.aws.amazon.com/msk/latest/developerguide/limits.html). */
const MANAGEMENT_INTERVAL_MS = 500;

/** The broker's default replication factor; the only one that MSK Serverless takes. */
const DEFAULT_REPLICATION = -1;

/** Topic administration over kafkajs, at the pace that MSK Serverless allows. */
export function kafkaTopicAdmin(
  admin: Admin,
  requestTimeoutMs: number,
  sleep: (ms: number) => Promise<unknown> = delay,
): TopicAdmin {
  const paced = pace(MANAGEMENT_INTERVAL_MS, sleep);
  return {
    async describe(names) {
      const listed = new Set(await admin.listTopics());
      const present = names.filter((name) => listed.has(name));
      if (present.length === 0) return new Map();
      const { topics } = await admin.fetchTopicMetadata({ topics: present });
      const { resources } = await admin.describeConfigs({
        includeSynonyms: false,
        resources: present.map((name) => ({ type: ConfigResourceTypes.TOPIC, name })),
      });
      const ownConfigs = new Map(
        resources.map(({ resourceName, configEntries }) => [
          resourceName,
          Object.fromEntries(
            configEntries
              .filter(({ configSource }) => configSource === ConfigSource.TOPIC_CONFIG)
              .map(({ configName, configValue }) => [configName, configValue]),
          ),
        ]),
      );
      return new Map(
        topics.map(({ name, partitions }) => [
          name,
          {
            partitions: partitions.length,
            ready: partitions.filter(({ leader }) => leader >= 0).length,
            ownConfigs: ownConfigs.get(name) ?? {},
          },
        ]),
      );
    },
    async assertMissing(names) {
      // By name a cluster answers also for a topic that MSK leaves out of its list because the role may not describe it. One by one, since
      // kafkajs throws the first error alone.
      for (const name of names) {
        const request = admin.describeConfigs({
          includeSynonyms: false,
          resources: [{ type: ConfigResourceTypes.TOPIC, name }],
        });
        const answer = await request.catch(throwUnlessAll("UNKNOWN_TOPIC_OR_PARTITION", name));
        if (answer?.resources.some(({ configEntries }) => configEntries.length > 0))
          throw new NotYet(`Topic ${name} is there, and the cluster does not list it yet`);
      }
    },
    async countRecords(names) {
      const counts = new Map<string, bigint>();
      for (const name of names) {
        const ranges = await rangesOf(admin, name);
        counts.set(
          name,
          ranges.reduce((sum, { low, high }) => sum + high - low, 0n),
        );
      }
      return counts;
    },
    create: (topics) =>
      paced(async () => {
        const request = admin.createTopics({
          topics: topics.map(({ name, partitions, configs }) => ({
            topic: name,
            numPartitions: partitions,
            replicationFactor: DEFAULT_REPLICATION,
            configEntries: Object.entries(configs).map(([key, value]) => ({ name: key, value })),
          })),
          waitForLeaders: false,
          timeout: requestTimeoutMs,
        });
        // Answers false, or fails for some, when topics exist already, which is as good.
        await request.catch(throwUnlessAll("TOPIC_ALREADY_EXISTS"));
      }),
    grow: (topics) =>
      paced(async () => {
        await admin.createPartitions({
          topicPartitions: topics.map(({ name, partitions }) => ({ topic: name, count: partitions })),
          timeout: requestTimeoutMs,
        });
      }),
    configure: (changes) =>
      paced(async () => {
        await admin.alterConfigs({
          validateOnly: false,
          resources: changes.map(({ name, set, unset }) => ({
            type: ConfigResourceTypes.TOPIC,
            name,
            configEntries: [
              ...Object.entries(set).map(([key, value]): ConfigOperation => ({ name: key, value, operation: "set" })),
              ...unset.map((key): ConfigOperation => ({ name: key, value: "", operation: "reset" })),
            ],
          })),
        });
      }),
    remove: (names) =>
      paced(async () => {
        const request = admin.deleteTopics({ topics: [...names], timeout: requestTimeoutMs });
        await request.catch(throwUnlessAll("UNKNOWN_TOPIC_OR_PARTITION"));
      }),
  };
}

/** An error handler that forgives one code, and says of the other errors which topic they are about. */
const throwUnlessAll = (forgiven: string, topic?: string) => (error: unknown) => {
  const others = topicErrors(error).filter(({ type }) => type !== forgiven);
  const [first] = others;
  if (!first) return;
  const text = others.map((other) => other.text).join("; ");
  throw Object.assign(new Error(topic ? `${topic}: ${text}` : text, { cause: error }), { type: first.type });
};

/** Starts calls one after the other, each at least `intervalMs` after the one before. */
function pace(intervalMs: number, sleep: (ms: number) => Promise<unknown>): <T>(call: () => Promise<T>) => Promise<T> {
  let turn: Promise<unknown> = Promise.resolve();
  return (call) => {
    const started = turn.then(() => ({ answer: call() }));
    turn = started.then(() => sleep(intervalMs));
    return started.then(({ answer }) => answer);
  };
}
