import { Construct } from "constructs";
import * as z from "zod";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { dataProtection } from "../../module-kit/readme-sections";
import { text } from "../../module-kit/text";
import { Bucket } from "../bucket";
import { days } from "../bucket/inputs";
import { KmsKey } from "../kms-key";

export const inputs = z.object({
  bucketName: text(
    /^[a-z0-9][a-z0-9-]{1,56}[a-z0-9]$/,
    "be 3 to 58 of a-z, 0-9 and hyphen: `-logs` is added for the access logs' bucket, and a key's alias has no dot",
  ).describe("Name of the bucket, and of the alias of its key."),
  noncurrentDays: days.default(365).describe("Days that earlier versions of a state are kept."),
  forceDestroy: z.boolean().default(false).describe("Whether destroying the buckets deletes the states and logs."),
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});

/**
 * A bucket for Terraform states, with a key of its own and a second bucket for its access logs. States hold secrets and have no
 * copy elsewhere: protect it with `prevent_destroy`, which Terraform takes only as a literal next to the resource.
 */
export class StateBucket extends Construct {
  private readonly key: KmsKey;
  private readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    this.key = new KmsKey(this, "key", {
      name: p.bucketName,
      description: `Terraform states in ${p.bucketName}`,
      tags: p.tags,
    });
    const logs = new Bucket(this, "logs", {
      bucketName: `${p.bucketName}-logs`,
      accessLogTarget: true,
      expireDays: 365,
      forceDestroy: p.forceDestroy,
      tags: p.tags,
    });
    this.bucket = new Bucket(this, "states", {
      bucketName: p.bucketName,
      kmsKeyArn: this.key.keyArn,
      logBucketName: logs.bucketName,
      noncurrentDays: p.noncurrentDays,
      forceDestroy: p.forceDestroy,
      tags: p.tags,
    });
  }

  get bucketName(): string {
    return this.bucket.bucketName;
  }

  get kmsKeyArn(): string {
    return this.key.keyArn;
  }
}

export const stateBucketModule = defineModule({
  name: "state-bucket",
  description: "A versioned, encrypted, private S3 bucket for Terraform states.",
  readmeSections: {
    "Protecting the states": dataProtection({
      what: "the states, which hold secrets and have no copy elsewhere",
      addresses: ["aws_s3_bucket.states", "aws_kms_key.key"],
      actions: ["s3:DeleteBucket", "s3:DeleteObjectVersion", "kms:ScheduleKeyDeletion"],
      forceDestroy: true,
    }),
  },
  inputs,
  construct: StateBucket,
  outputs: {
    bucketName: { description: "Name of the bucket.", value: (m) => m.bucketName },
    kmsKeyArn: { description: "ARN of the key that encrypts the states.", value: (m) => m.kmsKeyArn },
  },
});
