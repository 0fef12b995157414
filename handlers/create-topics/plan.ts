import type { TopicsRequest, WantedTopic } from "./event";

/** A topic as the cluster has it. */
export interface ExistingTopic {
  readonly partitions: number;
  /** Partitions that have a leader, and so can be written to. */
  readonly ready: number;
  /** Configurations that were set on the topic itself; what it inherits from the broker is left out. */
  readonly ownConfigs: Readonly<Record<string, string>>;
}

/** Changes that lead from what exists to what is wanted. */
export interface TopicsPlan {
  readonly create: readonly WantedTopic[];
  readonly grow: readonly { name: string; partitions: number }[];
  /** The whole new set of the topic's own configurations: Kafka resets those that are not named. */
  readonly configure: readonly { name: string; configs: Record<string, string> }[];
  readonly remove: readonly string[];
}

/**
 * Plans an event. Topics that nobody asked for, and configurations that were set by others, stay as they are;
 * what the previous input set and this one does not goes.
 *
 * @throws Error that lists what Kafka cannot do, before anything is changed
 */
export function planTopics(request: TopicsRequest, existing: ReadonlyMap<string, ExistingTopic>): TopicsPlan {
  const { action, topics, previous } = request;
  if (action === "delete") {
    const remove = topics.map(({ name }) => name).filter((name) => existing.has(name));
    return { create: [], grow: [], configure: [], remove };
  }
  const present = topics.flatMap((wanted) => {
    const topic = existing.get(wanted.name);
    return topic ? [{ wanted, topic, managedKeys: previous.get(wanted.name) ?? new Set<string>() }] : [];
  });
  const problems = present.flatMap(({ wanted, topic }) => impossibleChanges(wanted, topic));
  if (problems.length > 0) throw new Error(`No topic was changed:\n${problems.join("\n")}`);

  const names = new Set(topics.map(({ name }) => name));
  return {
    create: topics.filter(({ name }) => !existing.has(name)),
    grow: present
      .filter(({ wanted, topic }) => wanted.partitions > topic.partitions)
      .map(({ wanted: { name, partitions } }) => ({ name, partitions })),
    configure: present.flatMap(({ wanted, topic, managedKeys }) => {
      const kept = Object.entries(topic.ownConfigs).filter(([key]) => !managedKeys.has(key));
      const configs = { ...Object.fromEntries(kept), ...wanted.configs };
      return sameEntries(configs, topic.ownConfigs) ? [] : [{ name: wanted.name, configs }];
    }),
    remove: [...previous.keys()].filter((name) => !names.has(name) && existing.has(name)),
  };
}

function impossibleChanges({ name, partitions, configs }: WantedTopic, topic: ExistingTopic): string[] {
  const problems = [];
  if (partitions < topic.partitions)
    problems.push(
      `  ${name}: has ${topic.partitions} partitions, asked for ${partitions}. Kafka never removes partitions: ` +
        `ask for at least ${topic.partitions}, or use a topic of another name`,
    );
  const policy = configs["cleanup.policy"];
  const current = topic.ownConfigs["cleanup.policy"] ?? "delete";
  if (policy !== undefined && policy !== current)
    problems.push(
      `  ${name}: has cleanup.policy "${current}", asked for "${policy}". MSK Serverless takes it only when a topic ` +
        `is created: keep "${current}", or use a topic of another name`,
    );
  return problems;
}

function sameEntries(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
