import type { Deadline } from "../shared/deadline";
import type { Outcome } from "../shared/invocation";
import { kafkaErrorType } from "../shared/kafka-error";
import { retry } from "../shared/retry";
import type { TopicsRequest, WantedTopic } from "./event";
import { type ExistingTopic, planTopics } from "./plan";

/** Topic administration, one request a call. Lists are never empty. */
export interface TopicAdmin {
  /** Those of the topics that exist. */
  describe(names: readonly string[]): Promise<Map<string, ExistingTopic>>;
  /** A topic that exists already is a success. */
  create(topics: readonly WantedTopic[]): Promise<void>;
  grow(topics: readonly { name: string; partitions: number }[]): Promise<void>;
  /** Replaces all of the topics' own configurations. */
  configure(topics: readonly { name: string; configs: Record<string, string> }[]): Promise<void>;
  /** A topic that is gone already is a success. */
  remove(names: readonly string[]): Promise<void>;
}

/** What became of the topics. Terraform keeps it as the invocation's result. */
export interface TopicsResult {
  readonly topics: Record<string, { partitions: number }>;
  readonly created: readonly string[];
  readonly grown: readonly string[];
  readonly configured: readonly string[];
  readonly removed: readonly string[];
}

/** What a cluster answers while the news of a change is still travelling. */
const TRANSIENT: ReadonlySet<string> = new Set([
  "LEADER_NOT_AVAILABLE",
  "UNKNOWN_TOPIC_OR_PARTITION",
  "NOT_CONTROLLER",
  "REQUEST_TIMED_OUT",
  "THROTTLING_QUOTA_EXCEEDED",
]);

class NotYet extends Error {}

/** Tools that tests replace. */
export interface TopicsTools {
  readonly admin: TopicAdmin;
  readonly deadline: Deadline;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

/** Brings the topics to what the event asks for and answers when the cluster has them so. Safe to repeat. */
export async function manageTopics(request: TopicsRequest, tools: TopicsTools): Promise<Outcome<TopicsResult>> {
  const { admin } = tools;
  const names = [...new Set([...request.topics.map(({ name }) => name), ...request.previous.keys()])];
  const done = {
    created: new Set<string>(),
    grown: new Set<string>(),
    configured: new Set<string>(),
    removed: new Set<string>(),
  };

  // A request whose answer got lost may have been carried out: each attempt plans anew.
  await persist(tools, async () => {
    const plan = planTopics(request, await describe(admin, names));
    await apply(plan.create, done.created, nameOf, admin.create);
    await apply(plan.grow, done.grown, nameOf, admin.grow);
    await apply(plan.configure, done.configured, nameOf, admin.configure);
    await apply(plan.remove, done.removed, (name) => name, admin.remove);
  });
  const wanted = request.action === "delete" ? [] : request.topics;
  await persist(tools, async () => checkArrived(wanted, done.removed, await describe(admin, names)));

  return {
    result: {
      topics: Object.fromEntries(wanted.map(({ name, partitions }) => [name, { partitions }])),
      created: [...done.created],
      grown: [...done.grown],
      configured: [...done.configured],
      removed: [...done.removed],
    },
    measurements: {
      TopicsCreated: done.created.size,
      TopicsChanged: new Set([...done.grown, ...done.configured]).size,
      TopicsDeleted: done.removed.size,
    },
  };
}

const nameOf = ({ name }: { name: string }) => name;

/** Makes one kind of change, if there is any, and remembers the topics' names. */
async function apply<T>(
  changes: readonly T[],
  done: Set<string>,
  name: (change: T) => string,
  request: (changes: readonly T[]) => Promise<void>,
): Promise<void> {
  if (changes.length === 0) return;
  for (const change of changes) done.add(name(change));
  await request(changes);
}

async function describe(admin: TopicAdmin, names: readonly string[]): Promise<Map<string, ExistingTopic>> {
  return names.length > 0 ? admin.describe(names) : new Map();
}

function checkArrived(wanted: readonly WantedTopic[], removed: ReadonlySet<string>, found: Map<string, ExistingTopic>) {
  for (const { name, partitions } of wanted) {
    const ready = found.get(name)?.ready ?? 0;
    if (ready < partitions) throw new NotYet(`Topic ${name}: ${ready} of ${partitions} partitions have a leader`);
  }
  for (const name of removed) if (found.has(name)) throw new NotYet(`Topic ${name} is still being deleted`);
}

function persist<T>({ deadline, sleep }: TopicsTools, work: () => Promise<T>): Promise<T> {
  return retry(() => deadline.within("Managing the topics", work()), {
    attempts: 20,
    firstPauseMs: 500,
    longestPauseMs: 5_000,
    retriable: (error) => error instanceof NotYet || TRANSIENT.has(kafkaErrorType(error) ?? ""),
    deadline,
    sleep,
  });
}
