import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey as AwsKmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { inputs } from "./inputs";
import { keyPolicy } from "./policy";

export { inputs };

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
