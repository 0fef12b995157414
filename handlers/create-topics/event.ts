import * as z from "zod";
import { LARGEST_MESSAGE_BYTES, MOST_PARTITIONS, TOPIC_CONFIGS } from "../../aws-limits/topic-limits";
import { TOPIC_DELETION, type TopicDeletion } from "../../contracts/topic-deletion";
import { readEvent } from "../shared/event";
import { topicName } from "../shared/settings";

const SETTABLE: ReadonlySet<string> = new Set(TOPIC_CONFIGS);

const configs = z
  .record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value)),
  )
  .superRefine((entries, context) => {
    const problem = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
    for (const key of Object.keys(entries))
      if (!SETTABLE.has(key))
        problem(key, `MSK Serverless refuses this configuration; it takes ${TOPIC_CONFIGS.join(", ")}`);
    if (Number(entries["max.message.bytes"] ?? 0) > LARGEST_MESSAGE_BYTES)
      problem("max.message.bytes", `${entries["max.message.bytes"]} is more than ${LARGEST_MESSAGE_BYTES} (8 MiB)`);
  });

const topics = z.record(
  topicName,
  z.object({ partitions: z.int().min(1).max(MOST_PARTITIONS), configs: configs.default({}) }),
);

/** A topic as it is asked for. */
export interface WantedTopic {
  readonly name: string;
  readonly partitions: number;
  readonly configs: Readonly<Record<string, string>>;
}

/** What earlier input is believed: a version of this function that knew other fields may have written it. */
const previousTopics = z
  .record(z.string(), z.looseObject({ configs: z.record(z.string(), z.unknown()).default({}) }))
  .nullish()
  .catch(undefined);

const TopicsEvent = z
  .object({
    topics,
    // Input of a version that knew no such choice deletes nothing.
    deletion: z.enum(TOPIC_DELETION).default("never"),
    retired_topics: z.array(topicName).default([]),
    previous_topics: previousTopics,
    tf: z
      .object({
        action: z.enum(["create", "update", "delete"]),
        prev_input: z.object({ topics: previousTopics }).nullish().catch(undefined),
      })
      .optional(),
  })
  .superRefine(({ topics: wanted, retired_topics, deletion, tf }, context) => {
    const problem = (message: string) => context.addIssue({ code: "custom", path: ["retired_topics"], message });
    for (const name of retired_topics.filter((retired) => Object.hasOwn(wanted, retired)))
      problem(`${name} is also in topics: a topic is either kept or deleted`);
    if (deletion === "never" && retired_topics.length > 0 && tf?.action !== "delete")
      problem(
        `deletion is "never", so that nothing may be named here; choose "empty" to delete topics without records`,
      );
  });

/** What is to be done with the topics. */
export interface TopicsRequest {
  /** `confirm` has no lifecycle: it is asked after a creation or an update, and again when one has failed. */
  readonly action: "create" | "update" | "confirm" | "delete";
  readonly topics: readonly WantedTopic[];
  /** Topics that are to be deleted by a creation, an update or a confirmation. */
  readonly retiredTopics: readonly string[];
  readonly deletion: TopicDeletion;
  /** Configuration keys that the previous input set, by topic; empty when there was none. */
  readonly previous: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Reads the event of an `aws_lambda_invocation`: of one whose lifecycle scope is CRUD, or of one that confirms it and names what was there
 * before itself.
 *
 * @throws Error that lists everything wrong with the event
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_invocation
 */
export function readTopicsEvent(event: unknown): TopicsRequest {
  const complaint = "The topics cannot be managed. Correct the input of the topics module";
  const read = readEvent(complaint, TopicsEvent, event);
  const previous = read.tf ? read.tf.prev_input?.topics : read.previous_topics;
  return {
    action: read.tf?.action ?? "confirm",
    topics: Object.entries(read.topics).map(([name, topic]) => ({ name, ...topic })),
    retiredTopics: read.retired_topics,
    deletion: read.deletion,
    previous: new Map(
      Object.entries(previous ?? {}).map(([name, topic]) => [name, new Set(Object.keys(topic.configs))]),
    ),
  };
}
