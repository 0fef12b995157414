import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Token } from "cdktf";
import { Construct } from "constructs";
import { currentAccount } from "../../module-kit/current";
import { type Props, parse, type Resolved } from "../../module-kit/inputs";
import { comment, defineModule } from "../../module-kit/module";
import { blockIf, concat, forEachOf, never, notEmpty, sameKey, together } from "../../module-kit/structure";
import { inputs } from "./inputs";

export { inputs };

/**
 * A role that one AWS service assumes on behalf of this account only, so that the service cannot be made to use it for
 * somebody else, as far as the service names on whose behalf it acts. Not for `ec2.amazonaws.com`, which does not.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export class ServiceRole extends Construct {
  private readonly role: IamRole;
  private attached: IamRolePolicyAttachment[];
  private readonly name: string;
  private readonly tags: Record<string, string>;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    const account = currentAccount(this);
    const trust = comment(
      new DataAwsIamPolicyDocument(this, "trust", {
        statement: [
          {
            actions: ["sts:AssumeRole"],
            principals: [{ type: "Service", identifiers: [p.service] }],
            condition: concat(
              blockIf(p.accountAsExternalId, { test: "StringEquals", variable: "sts:ExternalId", values: [account] }),
              blockIf(p.sourceAccount, { test: "StringEquals", variable: "aws:SourceAccount", values: [account] }),
              blockIf(notEmpty(p.sourceArns), {
                test: "ArnLike",
                variable: "aws:SourceArn",
                values: p.sourceArns,
              }),
            ),
          },
        ],
      }),
      "Only the service assumes the role, under conditions that keep others from making it act with these permissions.",
    );
    this.role = new IamRole(this, "this", {
      name: p.name,
      description: p.description,
      assumeRolePolicy: trust.json,
      permissionsBoundary: p.permissionsBoundaryArn,
      tags: p.tags,
    });

    this.name = p.name;
    this.tags = p.tags;
    this.attached = together(this.attach(p.policyArns), this.createPolicies(p));
  }

  /**
   * Gives the role a policy of its own. For modules that make a role: they know its policies one by one, while `policies` is for a
   * caller's.
   *
   * @param key Ends the policy's name, and names its resources.
   */
  grant(key: string, document: DataAwsIamPolicyDocument): void {
    const scope = new Construct(this, key);
    const policy = new IamPolicy(scope, "this", {
      name: `${this.name}-${key}`,
      policy: document.json,
      tags: this.tags,
    });
    const attached = new IamRolePolicyAttachment(scope, "attached", { role: this.role.name, policyArn: policy.arn });
    this.attached = together(this.attached, [attached]);
  }

  private attach(policyArns: Record<string, string>): IamRolePolicyAttachment[] {
    if (never(notEmpty(policyArns))) return [];
    const each = forEachOf(policyArns);
    const policyArn = Token.asString(each.value);
    return [new IamRolePolicyAttachment(this, "given", { forEach: each, role: this.role.name, policyArn })];
  }

  private createPolicies(p: Resolved<typeof inputs>): IamRolePolicyAttachment[] {
    if (never(notEmpty(p.policies))) return [];
    const each = forEachOf(p.policies);
    const own = new IamPolicy(this, "own", {
      forEach: each,
      name: `${p.name}-${each.key}`,
      policy: Token.asString(each.value),
      tags: p.tags,
    });
    const policyArn = sameKey(own, "arn");
    return [new IamRolePolicyAttachment(this, "own_attached", { forEach: each, role: this.role.name, policyArn })];
  }

  /** What depends on the role's permissions, not only on the role, waits for these. */
  get attachments(): IamRolePolicyAttachment[] {
    return this.attached;
  }

  get roleArn(): string {
    return this.role.arn;
  }

  get roleName(): string {
    return this.role.name;
  }
}

export const serviceRoleModule = defineModule({
  name: "service-role",
  description: "A role that one AWS service assumes on behalf of this account only, with managed policies.",
  inputs,
  construct: ServiceRole,
  outputs: {
    roleArn: { description: "ARN of the role.", value: (m) => m.roleArn },
    roleName: { description: "Name of the role.", value: (m) => m.roleName },
  },
});
