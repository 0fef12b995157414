import * as z from "zod";
import { arn } from "../../module-kit/arn";
import { text } from "../../module-kit/text";
import { permissionsBoundaryArn } from "../service-role/boundary";
import { trustSourceAccount } from "../service-role/trust";

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateFeatureGroup.html */
export const RESERVED = ["api_invocation_time", "is_deleted", "write_time"];

const featureName = text(
  /^[a-zA-Z0-9]([a-zA-Z0-9_-]{0,62}[a-zA-Z0-9])?$/,
  "be a feature name: 1 to 64 of a-z, A-Z, 0-9, underscore and hyphen, the first and the last a letter or digit",
);

export const inputs = z.object({
  name: text(
    /^[a-zA-Z0-9]([a-zA-Z0-9-]{0,54}[a-zA-Z0-9])?$/,
    "be 1 to 56 of a-z, A-Z, 0-9 and hyphen, the first and the last a letter or digit",
  ).describe("Name of the feature group, and prefix of its role and policies."),
  description: z.string().max(128).default("").describe("What the features are."),
  recordIdentifier: featureName.describe("Feature that identifies a record."),
  eventTime: featureName.describe("Feature with the event's time: Fractional unix seconds, or String in ISO 8601."),
  features: z
    .array(z.object({ name: featureName, type: z.enum(["String", "Fractional", "Integral"]) }))
    .min(2)
    .max(2500)
    .describe("Features, in order. A changed list replaces the group and loses its data: protect it, add a new group."),
  bucketName: z.string().describe("Bucket of the offline store."),
  prefix: text(/^([a-zA-Z0-9_.=-]+\/)+$/, "be a folder such as features/, ending in a slash")
    .max(900)
    .default("features/")
    .describe("Folder of the offline store in the bucket."),
  kmsKeyArn: arn("kms:key").describe("ARN of the KMS key that encrypts the online and the offline store."),
  // No page of AWS shows the condition: https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store-adding-policies.html
  trustSourceAccount: trustSourceAccount(false),
  permissionsBoundaryArn,
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});
