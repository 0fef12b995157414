/**
 * Whether a topic may be deleted: `never`, `empty` (only one that holds no records), or `always` (with its records). An update deletes none
 * that is not named for it.
 */
export const TOPIC_DELETION = ["never", "empty", "always"] as const;
export type TopicDeletion = (typeof TOPIC_DELETION)[number];
