import type { TopicsRequest, WantedTopic } from "./event";

/** A topic as the cluster has it. */
export interface ExistingTopic {
  readonly partitions: number;
  /** Partitions that have a leader, and so can be written to. */
  readonly ready: number;
  /** Configurations that were set on the topic itself; what it inherits from the broker is left out. */
  readonly ownConfigs: Readonly<Record<string, string>>;
}

/** Changes of a topic's own configurations; those that are not named stay as they are. */
export interface ConfigChange {
  readonly name: string;
  readonly set: Readonly<Record<string, string>>;
  readonly unset: readonly string[];
}

/** Changes that lead from what exists to what is wanted. */
export interface TopicsPlan {
  readonly create: readonly WantedTopic[];
  readonly grow: readonly { name: string; partitions: number }[];
  readonly configure: readonly ConfigChange[];
  readonly remove: readonly string[];
}

/** The topics that a request wants deleted. */
export const unwantedTopics = ({ action, topics, retiredTopics }: TopicsRequest): readonly string[] =>
  action === "delete" ? topics.map(({ name }) => name) : retiredTopics;

/**
 * Plans a request. Topics that nobody asked for, topics that the previous input had and this one has not, and configurations that were set
 * by others stay as they are; a configuration that the previous input set and this one does not is reset.
 *
 * @throws Error that lists what Kafka cannot do, before anything is changed
 */
export function planTopics(request: TopicsRequest, existing: ReadonlyMap<string, ExistingTopic>): TopicsPlan {
  const { action, topics, previous } = request;
  const remove = unwantedTopics(request).filter((name) => existing.has(name));
  if (action === "delete") return { create: [], grow: [], configure: [], remove };
  const present = topics.flatMap((wanted) => {
    const topic = existing.get(wanted.name);
    return topic ? [{ wanted, topic, managedKeys: previous.get(wanted.name) ?? new Set<string>() }] : [];
  });
  const problems = present.flatMap(({ wanted, topic }) => impossibleChanges(wanted, topic));
  if (problems.length > 0) throw new Error(`No topic was changed:\n${problems.join("\n")}`);

  return {
    create: topics.filter(({ name }) => !existing.has(name)),
    grow: present
      .filter(({ wanted, topic }) => wanted.partitions > topic.partitions)
      .map(({ wanted: { name, partitions } }) => ({ name, partitions })),
    configure: present.flatMap(({ wanted, topic, managedKeys }) => configChange(wanted, topic, managedKeys)),
    remove,
  };
}

function configChange({ name, configs }: WantedTopic, { ownConfigs }: ExistingTopic, managed: ReadonlySet<string>) {
  const differs = ([key, value]: readonly [string, string]) => key !== FIXED && ownConfigs[key] !== value;
  const set = Object.fromEntries(Object.entries(configs).filter(differs));
  const unset = Object.keys(ownConfigs).filter((key) => key !== FIXED && managed.has(key) && !(key in configs));
  return Object.keys(set).length + unset.length > 0 ? [{ name, set, unset }] : [];
}

/** MSK Serverless takes it only when it creates a topic, and later refuses even the same value (https://docs.aws.amazon.com/msk/latest/developerguide/serverless-config.html). */
const FIXED = "cleanup.policy";

function impossibleChanges({ name, partitions, configs }: WantedTopic, topic: ExistingTopic): string[] {
  const problems = [];
  if (partitions < topic.partitions)
    problems.push(
      `  ${name}: has ${topic.partitions} partitions, asked for ${partitions}. Kafka never removes partitions: ` +
        `ask for at least ${topic.partitions}, or use a topic of another name`,
    );
  const policy = configs[FIXED];
  const current = topic.ownConfigs[FIXED] ?? "delete";
  if (policy !== undefined && policy !== current)
    problems.push(
      `  ${name}: has cleanup.policy "${current}", asked for "${policy}". MSK Serverless takes it only when a topic ` +
        `is created: keep "${current}", or use a topic of another name`,
    );
  return problems;
}
