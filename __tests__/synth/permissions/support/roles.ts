import type { Deployment } from "./deployment";
import type { Policy } from "./documents";

/** A role with all that is attached to it. */
export interface Role {
  readonly name: string;
  readonly arn: string;
  readonly trust: Policy;
  readonly policies: readonly { readonly name: string; readonly policy: Policy }[];
}

/** Every role of a deployment, by name. */
export function roles(deployment: Deployment): Record<string, Role> {
  const policies = new Map(
    deployment
      .all("aws_iam_policy")
      .map(({ arn, name, policy }) => [arn, { name: String(name), policy: parse(policy) }]),
  );
  const attachments = deployment.all("aws_iam_role_policy_attachment");
  const role = ({ name, arn, assume_role_policy: trust }: (typeof attachments)[number]): Role => ({
    name: String(name),
    arn: String(arn),
    trust: parse(trust),
    policies: attachments
      .filter((attachment) => attachment.role === name)
      .map(({ policy_arn: attached }) => {
        const policy = policies.get(attached!);
        if (!policy) throw new Error(`${name} has a policy ${attached} that no stack makes`);
        return policy;
      }),
  });
  return Object.fromEntries(deployment.all("aws_iam_role").map((body) => [body.name, role(body)]));
}

/** @throws when the document holds what only Terraform will know: the simulator would take it for a name. */
export function parse(json: unknown): Policy {
  const unresolved = /\$\{[^}]*\}|[:/"](null|undefined)[:/"]/.exec(String(json));
  if (unresolved) throw new Error(`${unresolved[0]} is not resolved in ${json}`);
  return JSON.parse(String(json));
}
