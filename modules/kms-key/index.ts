import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey as AwsKmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import * as z from "zod";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { text } from "../../module-kit/text";
import { keyPolicy } from "./policy";

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9/_-]{1,250}$/, "have 1 to 250 letters, digits and characters of /_-").describe(
    "Name of the key's alias, without `alias/`.",
  ),
  description: z.string().max(8192).describe("What the key protects."),
  cloudwatchLogs: z
    .boolean()
    .default(false)
    .describe("Whether CloudWatch Logs may use the key for log groups of this account and region."),
  servicePrincipals: z
    .record(
      text(/^[a-zA-Z0-9]{1,64}$/, "have 1 to 64 letters and digits"),
      z.object({
        service: text(
          /^[a-z0-9.-]+\.amazonaws\.com$/,
          "be a service principal, such as firehose.amazonaws.com",
        ).describe("Service principal."),
        actions: z
          .array(text(/^kms:[A-Z][A-Za-z]+\*?$/, "be an action of KMS, such as kms:Decrypt or kms:GenerateDataKey*"))
          .default(["kms:Decrypt", "kms:GenerateDataKey*"]),
        sourceArns: z.array(z.string()).default(["arn:*"]).describe("ARN patterns of the resources it acts for."),
      }),
    )
    .default({})
    .describe("Services that use the key by themselves, by statement ID; always on behalf of this account only."),
  deletionWindowDays: z
    .int()
    .min(7)
    .max(30)
    .default(30)
    .describe("Days between the deletion of the key and its end, in which it can be rescued."),
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});

/** A symmetric KMS key that rotates every year, with an alias. Access beyond the named services is given through IAM. */
export class KmsKey extends Construct {
  private readonly key: AwsKmsKey;
  private readonly alias: KmsAlias;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    this.key = new AwsKmsKey(this, "this", {
      description: p.description,
      enableKeyRotation: true,
      deletionWindowInDays: p.deletionWindowDays,
      policy: keyPolicy(this, p).json,
      tags: p.tags,
    });
    this.alias = new KmsAlias(this, "alias", { name: `alias/${p.name}`, targetKeyId: this.key.keyId });
  }

  get keyArn(): string {
    return this.key.arn;
  }

  get keyId(): string {
    return this.key.keyId;
  }

  get aliasArn(): string {
    return this.alias.arn;
  }
}

export const kmsKeyModule = defineModule({
  name: "kms-key",
  description: "A rotating KMS key with an alias, usable by named AWS services on behalf of this account.",
  inputs,
  construct: KmsKey,
  outputs: {
    keyArn: { description: "ARN of the key.", value: (m) => m.keyArn },
    keyId: { description: "ID of the key.", value: (m) => m.keyId },
    aliasArn: { description: "ARN of the key's alias.", value: (m) => m.aliasArn },
  },
});
