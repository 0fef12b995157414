import { runSimulation } from "@cloud-copilot/iam-simulate";
import type { Environment } from "../../../envs/schema";
import type { Need } from "./need";
import type { PolicyDocument } from "./policy";

const ALLOW_ALL = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };

/** Each key of the environment leaves its use to IAM's policies, as AWS's default policy of a key does. */
const keyPolicy = (account: string) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*", Resource: "*" }],
});

/** Needs that the policy does not allow, by a simulation of IAM. */
export async function uncovered(
  needs: readonly Need[],
  policy: PolicyDocument,
  environment: Environment,
): Promise<Need[]> {
  const different = new Map(needs.map((need) => [JSON.stringify([need.action, need.resource, need.context]), need]));
  const answers = await Promise.all(
    [...different.values()].map(async (need) => ((await allows(need, policy, environment)) ? [] : [need])),
  );
  return answers.flat();
}

const lists = ({ Statement }: PolicyDocument, action: string, resource: string): boolean =>
  Statement.some(({ Action, Resource }) => Action.includes(action) && Resource.includes(resource));

async function allows(
  { action, resource, context = {} }: Need,
  policy: PolicyDocument,
  { account }: Environment,
): Promise<boolean> {
  // The simulator knows catalogs by a name, which the default one does not have.
  if (resource.endsWith(":catalog")) return lists(policy, action, resource);
  const answer = await runSimulation(
    {
      request: {
        principal: `arn:aws:iam::${account}:role/deployer`,
        action,
        // Ids that AWS chooses may be any.
        resource: { resource: resource === "*" ? "*" : resource.replaceAll("*", "0"), accountId: account },
        contextVariables: { "aws:PrincipalAccount": account, "aws:ResourceAccount": account, ...context },
      },
      identityPolicies: [{ name: "deployer", policy }],
      ...(action.startsWith("kms:") && { resourcePolicy: keyPolicy(account) }),
      serviceControlPolicies: [{ orgIdentifier: "root", policies: [{ name: "all", policy: ALLOW_ALL }] }],
      resourceControlPolicies: [],
    },
    {},
  );
  if (answer.resultType === "error")
    throw new Error(`${action} on ${resource} cannot be simulated: ${JSON.stringify(answer.errors)}`);
  return answer.overallResult === "Allowed";
}
