import * as z from "zod";
import { text } from "../../module-kit/text";
import { servicePrincipal, sourceArns } from "../service-role/inputs";

export const inputs = z.object({
  // alias/aws/ is AWS's own: https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html
  name: text(
    /^[a-zA-Z0-9/_-]{1,250}$/,
    "have 1 to 250 letters, digits and characters of /_-, and not begin with aws/, which AWS keeps for itself",
  )
    .regex(/^(.{1,3}|[^a].*|.[^w].*|..[^s].*|...[^/].*)$/, { error: "must not begin with aws/" })
    .describe("Name of the key's alias, without `alias/`."),
  description: z.string().max(8192).describe("What the key protects."),
  cloudwatchLogs: z
    .boolean()
    .default(false)
    .describe("Whether CloudWatch Logs may use the key for log groups of this account and region."),
  servicePrincipals: z
    .record(
      text(/^[a-zA-Z0-9]{1,64}$/, "have 1 to 64 letters and digits"),
      z.object({
        service: servicePrincipal.describe("Service principal."),
        actions: z
          .array(text(/^kms:[A-Z][A-Za-z]+\*?$/, "be an action of KMS, such as kms:Decrypt or kms:GenerateDataKey*"))
          .default(["kms:Decrypt", "kms:GenerateDataKey*"]),
        sourceArns: sourceArns.describe("ARN patterns of the resources it acts for; any of this account when empty."),
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
