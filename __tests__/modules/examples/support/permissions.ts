import type { StateResource } from "../../../../terraform-cli/test";

interface Document {
  readonly statement: readonly { readonly actions: readonly string[]; readonly resources: readonly string[] }[];
}

const topicNames = (resources: readonly string[]) =>
  resources.filter((arn) => arn.includes(":topic/")).map((arn) => arn.replace(/.*\//, ""));

/** Topics that each policy for clients of Kafka lets them read, write, administer or delete, by the module that makes it. */
export function kafkaPermissions(resources: readonly StateResource[]): Record<string, Record<string, string[]>> {
  const found: Record<string, Record<string, string[]>> = {};
  for (const { address, values } of resources) {
    const [, module] = /^module\.(\w+)\.data\.aws_iam_policy_document\./.exec(address) ?? [];
    if (!module) continue;
    const { statement } = values as Document;
    const allowing = (action: string) =>
      statement.flatMap(({ actions, resources: arns }) =>
        actions.includes(`kafka-cluster:${action}`) ? topicNames(arns) : [],
      );
    const topics = {
      read: allowing("ReadData"),
      write: allowing("WriteData"),
      administer: allowing("CreateTopic"),
      delete: allowing("DeleteTopic"),
    };
    const granted = Object.entries(topics).filter(([, names]) => names.length > 0);
    if (granted.length > 0) found[module] = Object.fromEntries(granted);
  }
  return found;
}
