import * as z from "zod";
import { arn } from "../../module-kit/arn";
import { json } from "../../module-kit/formats";
import { text } from "../../module-kit/text";

/** A bucket's name; shared by the modules that make a bucket. */
export const bucketName = text(
  /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  "be a valid S3 bucket name: 3 to 63 of a-z, 0-9, dot and hyphen",
);

/** Days after which objects or versions expire, at most ten years; shared by the modules that make a bucket. */
export const days = z.int().min(1).max(3650);

export const inputs = z.object({
  bucketName: bucketName.describe("Name of the bucket."),
  kmsKeyArn: arn("kms:key")
    .optional()
    .describe("ARN of the KMS key for objects; required but for an access log target, which takes none."),
  logBucketName: z
    .string()
    .optional()
    .describe("Bucket that receives this one's access logs; required but for an access log target."),
  accessLogTarget: z
    .boolean()
    .default(false)
    .describe(
      "Whether the bucket receives other buckets' access logs: S3 writes those with SSE-S3, not with KMS keys.",
    ),
  expireDays: days.optional().describe("Days after which objects expire; they are kept when it is not set."),
  folderExpireDays: z
    .record(text(/^[^/].*[/]$/, "be a folder, such as logs/: no slash at its start, one at its end"), days)
    .default({})
    .describe('Days after which objects in a folder expire, by prefix, such as `{ "results/" = 7 }`.'),
  noncurrentDays: days.default(30).describe("Days after which overwritten and deleted versions expire."),
  forceDestroy: z.boolean().default(false).describe("Whether destroying the bucket deletes its objects."),
  policyDocuments: z
    .array(json())
    .optional()
    .describe("Policy documents (JSON) merged into the bucket policy, which always refuses plain HTTP."),
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});
