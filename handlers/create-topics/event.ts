import * as z from "zod";
import { LARGEST_MESSAGE_BYTES, MOST_PARTITIONS, TOPIC_CONFIGS } from "../../contracts/topic-limits";
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
const previousInput = z
  .object({ topics: z.record(z.string(), z.looseObject({ configs: z.record(z.string(), z.unknown()).default({}) })) })
  .nullish()
  .catch(undefined);

const TopicsEvent = z.object({
  topics,
  tf: z.object({ action: z.enum(["create", "update", "delete"]), prev_input: previousInput }),
});

/** What is to be done, read from the event of an `aws_lambda_invocation` whose lifecycle scope is CRUD. */
export interface TopicsRequest {
  readonly action: "create" | "update" | "delete";
  readonly topics: readonly WantedTopic[];
  /** Configuration keys that the previous input set, by topic; empty when there was none. */
  readonly previous: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * @throws Error that lists everything wrong with the event
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_invocation
 */
export function readTopicsEvent(event: unknown): TopicsRequest {
  const complaint = "The topics cannot be managed. Correct the input of the topics module";
  const { topics: wanted, tf } = readEvent(complaint, TopicsEvent, event);
  return {
    action: tf.action,
    topics: Object.entries(wanted).map(([name, topic]) => ({ name, ...topic })),
    previous: new Map(
      Object.entries(tf.prev_input?.topics ?? {}).map(([name, topic]) => [name, new Set(Object.keys(topic.configs))]),
    ),
  };
}
