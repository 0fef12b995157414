import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { AssetType, TerraformAsset } from "cdktf";
import type { Construct } from "constructs";
import { bucketName } from "../../envs/names";
import type { Environment } from "../../envs/schema";
import { Bucket } from "../../modules/bucket";
import type { Artifacts } from "../artifacts";
import type { LakeStack } from "../lake";

/** The job's jar in S3. */
export interface JobArtifact {
  readonly bucketArn: string;
  readonly key: string;
  /** ARN of the KMS key that encrypts it. */
  readonly kmsKeyArn: string;
}

const hashes = new Map<string, string>();

/** Hash of a file's content, taken once for all environments: the jar is large. */
function contentHash(file: string): string {
  const known = hashes.get(file) ?? createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 32);
  hashes.set(file, known);
  return known;
}

/**
 * The published jar that the environment names, or the built one in a bucket of its own.
 * The key holds the content's hash, for Managed Flink sees new code only under a new key.
 * @throws Error when the environment wants the built jar and there is none.
 */
export function createJobArtifact(
  scope: Construct,
  environment: Environment,
  artifacts: Artifacts,
  { key, accessLogs }: LakeStack,
): JobArtifact {
  const { artifact } = environment.flink;
  if (artifact.source === "published") {
    const { partition } = new DataAwsPartition(scope, "partition", {});
    const kmsKeyArn = artifact.kmsKeyArn ?? key.keyArn;
    return { bucketArn: `arn:${partition}:s3:::${artifact.bucket}`, key: artifact.key, kmsKeyArn };
  }
  if (!artifacts.jar) throw new Error(`${environment.name}: flink.artifact.source is "build", but no jar was built`);

  const bucket = new Bucket(scope, "artifacts", {
    bucketName: artifact.bucket ?? bucketName(environment, "artifacts"),
    kmsKeyArn: key.keyArn,
    logBucketName: accessLogs.bucketName,
    forceDestroy: !environment.protectData,
  });
  const jar = new TerraformAsset(scope, "jar", {
    path: artifacts.jar,
    type: AssetType.FILE,
    assetHash: contentHash(artifacts.jar),
  });
  const object = new S3Object(scope, "jar_object", {
    bucket: bucket.bucketName,
    key: `flink-job/${jar.assetHash}.jar`,
    source: jar.path,
    kmsKeyId: key.keyArn,
    bucketKeyEnabled: true,
    // An object takes ten tags, an environment may have more: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html
    overrideProvider: { defaultTags: { tags: {} } },
    // The running application refers to the old jar until its update to the new one.
    lifecycle: { createBeforeDestroy: true },
  });
  return { bucketArn: bucket.bucketArn, key: object.key, kmsKeyArn: key.keyArn };
}
