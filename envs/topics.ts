import type { TopicDeletion } from "../contracts/topic-deletion";
import { nameInMetrics } from "../contracts/topic-name";
import type { Environment } from "./schema";

/** Which topics may be deleted: as the environment says; else none where data is protected, and those without records elsewhere. */
export const topicDeletion = ({ kafka, protectData }: Pick<Environment, "kafka" | "protectData">): TopicDeletion =>
  kafka.topicDeletion ?? (protectData ? "never" : "empty");

/** What is wrong with an environment's topics taken together, one sentence each. */
export function topicProblems(environment: Environment): string[] {
  const { topics: byRole, retiredTopics } = environment.kafka;
  const names = Object.values(byRole).map((topic) => topic.name);
  const all = [...names, ...retiredTopics];
  const problems: string[] = [];
  if (new Set(all.map(nameInMetrics)).size !== all.length)
    problems.push(
      `kafka.topics: got ${all.join(", ")}: names must differ, those in kafka.retiredTopics too, also once a dot is an underscore, as in Kafka's metrics`,
    );
  if (environment.protectData && environment.kafka.topicDeletion === "always")
    problems.push('kafka.topicDeletion: got "always": must be "never" or "empty" where protectData is true');
  if (retiredTopics.length > 0 && topicDeletion(environment) === "never")
    problems.push(
      `kafka.retiredTopics: got ${retiredTopics.join(", ")}: must be empty where kafka.topicDeletion is "never"; ` +
        `set that to "empty" to delete topics that hold no records`,
    );
  return problems;
}
