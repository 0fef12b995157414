import * as z from "zod";
import { arn } from "../../module-kit/arn";
import { text } from "../../module-kit/text";
import { retentionDays } from "../log-group/retention";
import { permissionsBoundaryArn } from "../service-role/boundary";
import { policyKey } from "../service-role/inputs";
import { trustSourceAccount } from "../service-role/trust";
import { functionName } from "./name";

export const inputs = z.object({
  name: functionName.describe("Name of the function, and of its role."),
  description: z.string().max(256).describe("What the function does."),
  packageFile: z.string().min(1).describe("Path of the zip with the code; a changed content deploys the function."),
  handler: text(/^[!-~]{1,128}$/, "be 1 to 128 letters, digits and signs, without spaces")
    .default("index.handler")
    .describe("File and export that Lambda calls."),
  runtime: z.enum(["nodejs22.x", "nodejs24.x"]).default("nodejs22.x").describe(
    // https://github.com/hashicorp/terraform-provider-aws/pull/45024
    "Lambda runtime. The default is the newest that provider 5.100 accepts; nodejs24.x needs provider 6.19 or newer.",
  ),
  memoryMib: z.int().min(128).max(10240).default(256).describe("Memory in MiB; CPU grows with it."),
  timeoutSeconds: z.int().min(1).max(900).default(30).describe("Seconds after which an invocation is stopped."),
  environment: z
    .record(
      text(/^[a-zA-Z][a-zA-Z0-9_]+$/, "be 2 or more of a-z, A-Z, 0-9 and underscore, starting with a letter"),
      z.string(),
    )
    .default({})
    .describe("Environment variables."),
  environmentKmsKeyArn: arn("kms:key").describe("ARN of the KMS key that encrypts the environment variables."),
  subnetIds: z
    .array(z.string())
    .max(16)
    .default([])
    .describe("IDs of the private subnets it runs in; none for a function outside any VPC."),
  securityGroupIds: z
    .array(z.string())
    .max(5)
    .default([])
    .describe("IDs of its security groups, where it has subnets."),
  policyArns: z
    .record(policyKey, arn("iam:policy"))
    .default({})
    .describe("ARNs of managed policies with what the code may do, by a name of yours."),
  reservedConcurrency: z
    .int()
    .min(-1)
    .default(-1)
    .describe("Invocations that may run at once; -1 shares the account's unreserved concurrency."),
  tracing: z.enum(["Active", "PassThrough"]).default("Active").describe("X-Ray tracing mode."),
  logRetentionDays: retentionDays.describe("Days that log events are kept."),
  logKmsKeyArn: arn("kms:key").describe("ARN of the KMS key that encrypts the log group."),
  // Lambda is among the services that AWS names: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
  trustSourceAccount: trustSourceAccount(true),
  permissionsBoundaryArn,
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});
