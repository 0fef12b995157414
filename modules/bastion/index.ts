import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { Construct } from "constructs";
import * as z from "zod";
import { arn } from "../../module-kit/arn";
import { type Props, parse } from "../../module-kit/inputs";
import { comment, defineModule } from "../../module-kit/module";
import { merge } from "../../module-kit/structure";
import { text } from "../../module-kit/text";
import { permissionsBoundaryArn } from "../service-role/boundary";
import { policyKey } from "../service-role/inputs";
import { InstanceRole } from "./instance-role";

/** https://docs.aws.amazon.com/linux/al2023/ug/ec2.html#launch-from-cloudformation */
const LATEST_AMAZON_LINUX = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9-]{1,50}$/, "have 1 to 50 letters, digits and hyphens").describe(
    "Name of the instance, its role and its policies.",
  ),
  subnetId: z.string().describe("ID of a private subnet from which Systems Manager can be reached."),
  securityGroupIds: z
    .array(z.string())
    .min(1)
    .max(5)
    .describe("IDs of the security groups; none needs a rule for what comes in."),
  instanceType: text(
    /^(t4g|m7g|m8g)\.[0-9]*(nano|micro|small|medium|x?large)$/,
    "be an Arm instance type of the t4g, m7g or m8g family, such as t4g.small",
  )
    .default("t4g.small")
    .describe("Instance type, Arm."),
  volumeGib: z.int().min(8).max(1024).default(20).describe("Size of the root volume, in GiB."),
  kmsKeyArn: arn("kms:key").describe("ARN of the KMS key that encrypts the root volume."),
  policyArns: z
    .record(policyKey, arn("iam:policy"))
    .default({})
    .describe("ARNs of policies that operators work with on the host, such as access to Kafka topics, by name."),
  permissionsBoundaryArn,
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});

/**
 * An operators' host in a private subnet. Sessions come through Systems Manager: no SSH, no key pair, no public address, nothing
 * listening.
 */
export class Bastion extends Construct {
  private readonly instance: Instance;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    const named = merge(p.tags, { Name: p.name });
    const image = new DataAwsSsmParameter(this, "image", { name: LATEST_AMAZON_LINUX });
    const role = new InstanceRole(this, "role", p);
    this.instance = new Instance(this, "this", {
      ami: image.value,
      instanceType: p.instanceType,
      subnetId: p.subnetId,
      vpcSecurityGroupIds: p.securityGroupIds,
      iamInstanceProfile: role.profileName,
      associatePublicIpAddress: false,
      disableApiTermination: true,
      ebsOptimized: true,
      monitoring: true,
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      rootBlockDevice: {
        encrypted: true,
        kmsKeyId: p.kmsKeyArn,
        volumeType: "gp3",
        volumeSize: p.volumeGib,
        tags: named,
      },
      tags: named,
      lifecycle: { ignoreChanges: ["ami"] },
    });
    comment(
      this.instance,
      "A newer image must not replace the host under a running session: apply with -replace to get one.",
    );
  }

  get instanceId(): string {
    return this.instance.id;
  }
}

export const bastionModule = defineModule({
  name: "bastion",
  description: "An operators' host in a private subnet, reached through Systems Manager only.",
  inputs,
  construct: Bastion,
  outputs: {
    instanceId: { description: "ID of the instance, for `aws ssm start-session`.", value: (m) => m.instanceId },
  },
});
