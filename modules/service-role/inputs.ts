import * as z from "zod";
import { arn } from "../../module-kit/arn";
import { json } from "../../module-kit/formats";
import { text } from "../../module-kit/text";
import { permissionsBoundaryArn } from "./boundary";

/** The name of a policy in a map of a role's policies; shared by the modules that take policies for their roles. */
export const policyKey = text(/^[a-z0-9-]{1,40}$/, "have 1 to 40 lower-case letters, digits and hyphens");

/** A service by which AWS acts; shared with the policies of keys. */
export const servicePrincipal = text(
  /^[a-z0-9.-]+\.amazonaws\.com$/,
  "be a service principal, such as scheduler.amazonaws.com",
);

/**
 * ARN patterns for a condition on `aws:SourceArn`. ArnLike compares six parts one by one: a pattern of fewer parts, such as `arn:*`,
 * would match nothing.
 */
export const sourceArns = z
  .array(
    text(
      /^arn(:[^: ]*){4}:[!-~]+$/,
      "be an ARN, or a pattern of its six parts such as arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*",
    ),
  )
  .default([]);

/** The name of a role; shared by the modules that are given one. */
export const roleName = text(/^[a-zA-Z0-9+=,.@_-]{1,64}$/, "have 1 to 64 letters, digits and characters of +=,.@_-");

export const inputs = z.object({
  name: roleName.describe("Name of the role, and prefix of its policies' names."),
  description: text(/^[\t\n\r -~¡-ÿ]*$/, "be made of Latin-1 characters, as IAM wants it")
    .max(1000)
    .describe("What the role is for."),
  service: servicePrincipal.describe("Service principal that may assume the role, such as `scheduler.amazonaws.com`."),
  sourceArns: sourceArns.describe(
    "ARN patterns of the resources the service may act for; any resource of this account when empty.",
  ),
  sourceAccount: z
    .boolean()
    .default(true)
    .describe(
      "Whether the service must name this account as its source (`aws:SourceAccount`); not every service does.",
    ),
  accountAsExternalId: z
    .boolean()
    .default(false)
    .describe(
      "Whether the service must send this account's number as its external ID (`sts:ExternalId`), as Firehose does.",
    ),
  policyArns: z
    .record(policyKey, arn("iam:policy"))
    .default({})
    .describe("ARNs of managed policies to attach, by a name of yours."),
  policies: z.record(policyKey, json()).default({}).describe("Policy documents (JSON) to create and attach, by name."),
  permissionsBoundaryArn,
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});
