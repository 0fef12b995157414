import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import { equal } from "../../module-kit/comparisons";
import { type Props, parse, type Resolved } from "../../module-kit/inputs";
import { comment, defineModule } from "../../module-kit/module";
import { precondition } from "../../module-kit/precondition";
import { dataProtection } from "../../module-kit/readme-sections";
import { blockIf, blocksByKey, choose, concat, given, merge, never, not, onlyIf } from "../../module-kit/structure";
import { inputs } from "./inputs";
import { bucketPolicy } from "./policy";

export { inputs };

/** A private S3 bucket: encrypted, versioned, TLS only, without ACLs, with access logs and a lifecycle. */
export class Bucket extends Construct {
  private readonly bucket: S3Bucket;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    this.bucket = new S3Bucket(this, "this", {
      bucket: p.bucketName,
      forceDestroy: p.forceDestroy,
      tags: merge(p.tags, { Name: p.bucketName }),
    });
    this.close(p);
    this.encrypt(p);
    this.keepVersions(p);
    this.logAccess(p);
  }

  private logAccess(p: Resolved<typeof inputs>): void {
    const wanted = not(p.accessLogTarget);
    if (never(wanted)) return;
    new S3BucketLoggingA(this, "logging", {
      count: onlyIf(wanted),
      bucket: this.bucket.id,
      targetBucket: p.logBucketName as string,
      targetPrefix: `${p.bucketName}/`,
      lifecycle: precondition(
        this,
        "log_bucket_name must be given, unless access_log_target is true.",
        given(p.logBucketName),
      ),
    });
  }

  private close(p: Resolved<typeof inputs>): void {
    const bucket = this.bucket.id;
    const closed = new S3BucketPublicAccessBlock(this, "public_access", {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketOwnershipControls(this, "ownership", { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } });
    const policy = new S3BucketPolicy(this, "policy", {
      bucket,
      policy: bucketPolicy(this, this.bucket.arn, p).json,
      dependsOn: [closed],
    });
    comment(policy, "S3 refuses a policy while the public access settings are still changing.");
  }

  private encrypt(p: Resolved<typeof inputs>): void {
    new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      bucket: this.bucket.id,
      rule: [
        {
          bucketKeyEnabled: not(p.accessLogTarget),
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: choose(p.accessLogTarget, "AES256", "aws:kms"),
            kmsMasterKeyId: p.kmsKeyArn,
          },
        },
      ],
      lifecycle: precondition(
        this,
        "kms_key_arn must be given, unless access_log_target is true, where it must be left out: S3 writes access logs with SSE-S3.",
        equal(given(p.kmsKeyArn), not(p.accessLogTarget)),
      ),
    });
  }

  private keepVersions(p: Resolved<typeof inputs>): void {
    const versioning = new S3BucketVersioningA(this, "versioning", {
      bucket: this.bucket.id,
      versioningConfiguration: { status: "Enabled" },
    });
    const lifecycle = new S3BucketLifecycleConfiguration(this, "lifecycle", {
      bucket: this.bucket.id,
      rule: concat(
        [
          {
            id: "all",
            status: "Enabled",
            filter: [{ prefix: "" }],
            expiration: blockIf(given(p.expireDays), { days: p.expireDays }),
            noncurrentVersionExpiration: [{ noncurrentDays: p.noncurrentDays }],
            abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
          },
        ],
        blocksByKey(p.folderExpireDays, (prefix, folderDays) => ({
          id: prefix,
          status: "Enabled",
          filter: [{ prefix }],
          expiration: [{ days: folderDays }],
        })),
      ),
      dependsOn: [versioning],
    });
    comment(lifecycle, "Rules for noncurrent versions need versioning to be on.");
  }

  get bucketName(): string {
    return this.bucket.id;
  }

  get bucketArn(): string {
    return this.bucket.arn;
  }

  get bucketRegionalDomainName(): string {
    return this.bucket.bucketRegionalDomainName;
  }
}

export const bucketModule = defineModule({
  name: "bucket",
  description: "A private S3 bucket: encrypted, versioned, TLS only, with access logs and a lifecycle.",
  readmeSections: {
    "Protecting the data": dataProtection({
      what: "the objects",
      addresses: ["aws_s3_bucket.this"],
      actions: ["s3:DeleteBucket", "s3:DeleteObjectVersion"],
      forceDestroy: true,
    }),
  },
  inputs,
  construct: Bucket,
  outputs: {
    bucketName: { description: "Name of the bucket.", value: (m) => m.bucketName },
    bucketArn: { description: "ARN of the bucket.", value: (m) => m.bucketArn },
    bucketRegionalDomainName: {
      description: "Domain name of the bucket in its region.",
      value: (m) => m.bucketRegionalDomainName,
    },
  },
});
