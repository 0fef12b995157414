import type { TopicAdmin } from "../../../../handlers/create-topics/core";
import type { ExistingTopic } from "../../../../handlers/create-topics/plan";

type Method = keyof TopicAdmin | "connect";

/** One of Kafka's errors. */
export const kafkaError = (type: string) => Object.assign(new Error(type), { type });

/** A cluster in memory; `fail` makes the next call of a method throw, before or after it was carried out. */
export function fakeCluster(initial: Record<string, ExistingTopic> = {}) {
  const topics = new Map(Object.entries(initial));
  const records = new Map<string, bigint>();
  const hidden = new Set<string>();
  const calls: Method[] = [];
  const failures = new Map<Method, { error: Error; after: boolean }[]>();
  const call = async <T>(method: Method, work: () => T): Promise<T> => {
    calls.push(method);
    const failure = failures.get(method)?.shift();
    if (failure && !failure.after) throw failure.error;
    const result = work();
    if (failure) throw failure.error;
    return result;
  };
  const admin: TopicAdmin = {
    describe: (names) =>
      call("describe", () => new Map([...topics].filter(([name]) => names.includes(name) && !hidden.has(name)))),
    assertMissing: (names) =>
      call("assertMissing", () => {
        if (names.some((name) => topics.has(name))) throw kafkaError("TOPIC_AUTHORIZATION_FAILED");
      }),
    countRecords: (names) => call("countRecords", () => new Map(names.map((name) => [name, records.get(name) ?? 0n]))),
    create: (added) =>
      call("create", () => {
        for (const { name, partitions, configs } of added)
          if (!topics.has(name)) topics.set(name, { partitions, ready: partitions, ownConfigs: configs });
      }),
    grow: (grown) =>
      call("grow", () => {
        for (const { name, partitions } of grown) {
          if (topics.get(name)!.partitions >= partitions) throw new Error("INVALID_PARTITIONS");
          topics.set(name, { ...topics.get(name)!, partitions, ready: partitions });
        }
      }),
    configure: (changes) =>
      call("configure", () => {
        for (const { name, set, unset } of changes) {
          const { ownConfigs, ...topic } = topics.get(name)!;
          const kept = Object.entries(ownConfigs).filter(([key]) => !unset.includes(key));
          topics.set(name, { ...topic, ownConfigs: { ...Object.fromEntries(kept), ...set } });
        }
      }),
    remove: (names) =>
      call("remove", () => {
        for (const name of names) topics.delete(name);
      }),
  };
  return {
    topics,
    records,
    /** Topics that are there, and that the function may not describe yet. */
    hidden,
    calls,
    connect: () => call("connect", () => ({ admin, close: () => undefined })),
    fail: (method: Method, error: string | Error, after = false) =>
      failures.set(method, [
        ...(failures.get(method) ?? []),
        { error: typeof error === "string" ? kafkaError(error) : error, after },
      ]),
    /** Every call of the method fails from now on. */
    failAlways: (method: Method, error: Error) =>
      failures.set(
        method,
        Array.from({ length: 1_000 }, () => ({ error, after: false })),
      ),
  };
}

export type FakeCluster = ReturnType<typeof fakeCluster>;
