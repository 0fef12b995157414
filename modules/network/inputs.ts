import * as z from "zod";
import { arn } from "../../module-kit/arn";
import { network } from "../../module-kit/formats";
import { text } from "../../module-kit/text";
import { retentionDays } from "../log-group/retention";
import { permissionsBoundaryArn } from "../service-role/boundary";

export const inputs = z.object({
  name: text(/^[a-z][a-z0-9-]{1,40}$/, "have 2 to 41 lower-case letters, digits and hyphens, a letter first").describe(
    "Prefix of every name.",
  ),
  cidr: network(16, 24).default("10.0.0.0/16").describe("CIDR block of the VPC; each subnet takes a sixteenth."),
  azCount: z
    .int()
    .min(2)
    .max(3)
    .default(2)
    .describe("Number of availability zones of the region, with one private subnet each."),
  nat: z.boolean().default(false).describe("Whether private subnets reach the internet through a NAT gateway."),
  natPerZone: z
    .boolean()
    .default(false)
    .describe("Whether each zone has a NAT gateway of its own, so that none depends on another zone."),
  gatewayEndpoints: z
    .array(z.enum(["s3", "dynamodb"]))
    .meta({ uniqueItems: true })
    .default(["s3"])
    .describe("Services reached through gateway endpoints, which cost nothing."),
  interfaceEndpoints: z
    .array(
      text(/^[a-z0-9-]+([.][a-z0-9-]+)*$/, "be the name of a service, such as logs or sagemaker.featurestore-runtime"),
    )
    .meta({ uniqueItems: true })
    .default([])
    .describe("Services reached through interface endpoints, such as `logs` or `sagemaker.featurestore-runtime`."),
  flowLogRetentionDays: retentionDays.default(365).describe("Days that flow logs are kept."),
  logKmsKeyArn: arn("kms:key").describe(
    "ARN of the KMS key that encrypts the flow logs; its policy must let CloudWatch Logs use it.",
  ),
  permissionsBoundaryArn,
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});
