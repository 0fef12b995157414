import type { TopicAdmin } from "./core";
import type { TopicsRequest } from "./event";
import { type ExistingTopic, unwantedTopics } from "./plan";

/**
 * Refuses to delete a topic that holds records, unless that was chosen. A writer may still add one between the count and the deletion.
 *
 * @throws Error that names the topics, how many records each holds, and what to do; before anything is changed
 */
export async function refuseToLoseRecords(
  admin: Pick<TopicAdmin, "assertMissing" | "countRecords">,
  request: TopicsRequest,
  existing: ReadonlyMap<string, ExistingTopic>,
): Promise<void> {
  const unwanted = unwantedTopics(request);
  const hidden = unwanted.filter((name) => !existing.has(name));
  if (hidden.length > 0) await admin.assertMissing(hidden);
  const present = unwanted.filter((name) => existing.has(name));
  if (request.deletion === "always" || present.length === 0) return;
  const counts = [...(await admin.countRecords(present))].filter(([, records]) => records > 0n);
  if (counts.length === 0) return;
  const holding = counts.map(
    ([name, records]) => `topic ${name} holds ${records} ${records === 1n ? "record" : "records"}`,
  );
  throw new Error(
    `No topic was changed, because deletion is "empty" and ${holding.join(", ")}. ${howToProceed(request)}`,
  );
}

const howToProceed = ({ action }: TopicsRequest): string =>
  action === "delete"
    ? 'What to do: to delete topics with their records, set deletion to "always" and apply, then destroy. ' +
      'To keep them, as when the function is renamed or replaced, set deletion to "never" and apply, then repeat the change'
    : 'What to do: wait until retention has emptied it, or leave it out of the retired topics, or set deletion to "always"';
