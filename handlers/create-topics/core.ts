import type { Outcome } from "../shared/invocation";
import { refuseToLoseRecords } from "./deletion";
import type { TopicsRequest, WantedTopic } from "./event";
import type { createTopics } from "./function";
import { NotYet, type Patience, persist } from "./persist";
import { type ConfigChange, type ExistingTopic, planTopics, unwantedTopics } from "./plan";

/** Topic administration, one request a call. Lists are never empty. */
export interface TopicAdmin {
  /** Those of the topics that the cluster shows. */
  describe(names: readonly string[]): Promise<Map<string, ExistingTopic>>;
  /** Fails where a topic that the cluster does not show is there anyway. */
  assertMissing(names: readonly string[]): Promise<void>;
  /** How many records each topic holds at most: markers of transactions and what compaction took away are counted too. */
  countRecords(names: readonly string[]): Promise<Map<string, bigint>>;
  /** A topic that exists already is a success. */
  create(topics: readonly WantedTopic[]): Promise<void>;
  grow(topics: readonly { name: string; partitions: number }[]): Promise<void>;
  configure(changes: readonly ConfigChange[]): Promise<void>;
  /** A topic that is gone already is a success. */
  remove(names: readonly string[]): Promise<void>;
}

/** A connection that is made for one attempt. */
export interface TopicConnection {
  readonly admin: TopicAdmin;
  close(): void;
}

/** What became of the topics. Terraform keeps it as the invocation's result, and hands it to the confirmation. */
export interface TopicsResult {
  readonly topics: Record<string, Omit<WantedTopic, "name">>;
  readonly created: readonly string[];
  readonly grown: readonly string[];
  readonly configured: readonly string[];
  readonly removed: readonly string[];
  /** Topics that Terraform has given up and that were left as they are, with their records. */
  readonly left: readonly string[];
}

/** Tools that tests replace. */
export interface TopicsTools extends Patience {
  readonly connect: () => Promise<TopicConnection>;
}

/** Brings the topics to what the request asks for and answers when the cluster has them so. Safe to repeat. */
export async function manageTopics(
  request: TopicsRequest,
  tools: TopicsTools,
): Promise<Outcome<TopicsResult, keyof typeof createTopics.metrics>> {
  const done = {
    created: new Set<string>(),
    grown: new Set<string>(),
    configured: new Set<string>(),
    removed: new Set<string>(),
  };
  const wanted = request.action === "delete" ? [] : request.topics;
  const names = [...new Set([...wanted.map(nameOf), ...unwanted(request)])];
  // A request whose answer got lost may have been carried out: each attempt plans again.
  const attempt = async ({ admin }: TopicConnection) => {
    const existing = await admin.describe(names);
    const plan = planTopics(request, existing);
    await refuseToLoseRecords(admin, request, existing);
    await apply(plan.create, done.created, nameOf, admin.create);
    await apply(plan.grow, done.grown, nameOf, admin.grow);
    await apply(plan.configure, done.configured, nameOf, admin.configure);
    await apply(plan.remove, done.removed, (name) => name, admin.remove);
    checkArrived(wanted, done.removed, await admin.describe(names));
  };
  if (names.length > 0) await persist(tools, () => connected(tools, attempt));

  return {
    result: {
      topics: Object.fromEntries(wanted.map(({ name, ...topic }) => [name, topic])),
      created: [...done.created],
      grown: [...done.grown],
      configured: [...done.configured],
      removed: [...done.removed],
      left: leftAlone(request),
    },
    measurements: {
      TopicsCreated: done.created.size,
      TopicsChanged: new Set([...done.grown, ...done.configured]).size,
      TopicsDeleted: done.removed.size,
    },
  };
}

const nameOf = ({ name }: { name: string }) => name;

/** Where nothing may be deleted the cluster is not even asked: Terraform can give the topics up when Kafka is out of reach. */
const unwanted = (request: TopicsRequest) => (request.deletion === "never" ? [] : unwantedTopics(request));

function leftAlone(request: TopicsRequest): string[] {
  const { action, topics, previous, deletion } = request;
  if (action === "delete") return deletion === "never" ? topics.map(nameOf) : [];
  const kept = new Set([...topics.map(nameOf), ...unwanted(request)]);
  return [...previous.keys()].filter((name) => !kept.has(name));
}

async function connected(tools: TopicsTools, work: (connection: TopicConnection) => Promise<void>): Promise<void> {
  const connection = await tools.connect();
  try {
    await work(connection);
  } finally {
    connection.close();
  }
}

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

function checkArrived(wanted: readonly WantedTopic[], removed: ReadonlySet<string>, found: Map<string, ExistingTopic>) {
  for (const { name, partitions } of wanted) {
    const ready = found.get(name)?.ready ?? 0;
    if (ready < partitions) throw new NotYet(`Topic ${name}: ${ready} of ${partitions} partitions have a leader`);
  }
  for (const name of removed) if (found.has(name)) throw new NotYet(`Topic ${name} is still being deleted`);
}
