import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Token } from "cdktf";
import { Construct } from "constructs";
import { currentAccount, currentPartition, currentRegion } from "../../module-kit/current";
import { comment } from "../../module-kit/module";
import { forEachOf } from "../../module-kit/structure";

interface InstanceRoleProps {
  readonly name: string;
  readonly policyArns: Record<string, string>;
  readonly permissionsBoundaryArn?: string | undefined;
  readonly tags: Record<string, string>;
}

/** The host's role: what the Session Manager agent needs, and what operators are given. */
export class InstanceRole extends Construct {
  private readonly profile: IamInstanceProfile;

  constructor(scope: Construct, id: string, p: InstanceRoleProps) {
    super(scope, id);
    const trust = new DataAwsIamPolicyDocument(this, "trust", {
      statement: [
        { actions: ["sts:AssumeRole"], principals: [{ type: "Service", identifiers: ["ec2.amazonaws.com"] }] },
      ],
    });
    comment(
      trust,
      "The host takes the role when it starts. EC2 sends neither a source account nor a source ARN then, so none is asked for.",
    );
    const role = new IamRole(this, "this", {
      name: p.name,
      description: `Operators' host ${p.name}`,
      assumeRolePolicy: trust.json,
      permissionsBoundary: p.permissionsBoundaryArn,
      tags: p.tags,
    });
    new IamRolePolicyAttachment(this, "session", {
      role: role.name,
      policyArn: this.sessionPolicy(p).arn,
    });
    const given = forEachOf(p.policyArns);
    const policyArn = Token.asString(given.value);
    new IamRolePolicyAttachment(this, "given", { forEach: given, role: role.name, policyArn });
    this.profile = new IamInstanceProfile(this, "profile", { name: p.name, role: role.name, tags: p.tags });
  }

  private sessionPolicy(p: InstanceRoleProps): IamPolicy {
    const account = currentAccount(this);
    const partition = currentPartition(this);
    const region = currentRegion(this);
    const session = new DataAwsIamPolicyDocument(this, "session_document", {
      statement: [
        {
          sid: "ReportToSystemsManager",
          actions: ["ssm:UpdateInstanceInformation"],
          resources: [`arn:${partition}:ec2:${region}:${account}:instance/*`],
        },
        {
          sid: "Sessions",
          actions: [
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
          ],
          resources: ["*"],
        },
      ],
    });
    comment(
      session,
      "The agent on the host reports it to Systems Manager, and carries sessions over channels that it opens. Nobody can name a " +
        'channel beforehand, and its actions know no resource, so theirs is "*".',
    );
    return new IamPolicy(this, "session_policy", { name: `${p.name}-session`, policy: session.json, tags: p.tags });
  }

  get profileName(): string {
    return this.profile.name;
  }
}
