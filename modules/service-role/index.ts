import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Token } from "cdktf";
import { Construct } from "constructs";
import * as z from "zod";
import { currentAccount } from "../../module-kit/current";
import { type Props, parse, type Resolved } from "../../module-kit/inputs";
import { defineModule, note } from "../../module-kit/module";
import { blockIf, concat, forEachOf, never, notEmpty, sameKey, together } from "../../module-kit/structure";
import { text } from "../../module-kit/text";
import { permissionsBoundaryArn } from "./boundary";

const entry = text(/^[a-z0-9-]{1,40}$/, "have 1 to 40 lower-case letters, digits and hyphens");

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9+=,.@_-]{1,64}$/, "have 1 to 64 letters, digits and characters of +=,.@_-").describe(
    "Name of the role, and prefix of its policies' names.",
  ),
  description: z.string().max(1000).describe("What the role is for."),
  service: text(/^[a-z0-9.-]+\.amazonaws\.com$/, "be a service principal, such as scheduler.amazonaws.com").describe(
    "Service principal that may assume the role, such as `scheduler.amazonaws.com`.",
  ),
  sourceArns: z
    .array(z.string())
    .default([])
    .describe("ARN patterns of the resources the service may act for; any resource of this account when empty."),
  policyArns: z
    .record(entry, z.string())
    .default({})
    .describe("ARNs of managed policies to attach, by a name of yours."),
  policies: z.record(entry, z.string()).default({}).describe("Policy documents (JSON) to create and attach, by name."),
  permissionsBoundaryArn,
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});

/**
 * A role that one AWS service assumes on behalf of this account only, so that the service cannot be made to use it for
 * somebody else. Not for `ec2.amazonaws.com`, which sends no source account.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export class ServiceRole extends Construct {
  /** What depends on the role's permissions, not only on the role, waits for these. */
  readonly attachments: IamRolePolicyAttachment[];
  private readonly role: IamRole;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    const account = currentAccount(this);
    const trust = note(
      new DataAwsIamPolicyDocument(this, "trust", {
        statement: [
          {
            actions: ["sts:AssumeRole"],
            principals: [{ type: "Service", identifiers: [p.service] }],
            condition: concat(
              [{ test: "StringEquals", variable: "aws:SourceAccount", values: [account] }],
              blockIf(notEmpty(p.sourceArns), {
                test: "ArnLike",
                variable: "aws:SourceArn",
                values: p.sourceArns,
              }),
            ),
          },
        ],
      }),
      "Only the service assumes the role, and only for this account: nobody else can make it act with these permissions.",
    );
    this.role = new IamRole(this, "this", {
      name: p.name,
      description: p.description,
      assumeRolePolicy: trust.json,
      permissionsBoundary: p.permissionsBoundaryArn,
      tags: p.tags,
    });

    this.attachments = together(this.attach(p.policyArns), this.createPolicies(p));
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
