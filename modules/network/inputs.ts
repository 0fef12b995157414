import * as z from "zod";
import { ZONE_ID, ZONE_ID_HINT, ZONES_WITHOUT_CAPACITY } from "../../aws-limits/availability-zones";
import { arn } from "../../module-kit/arn";
import { network } from "../../module-kit/formats";
import { text } from "../../module-kit/text";
import { retentionDays } from "../log-group/retention";
import { permissionsBoundaryArn } from "../service-role/boundary";

const zoneId = text(ZONE_ID, ZONE_ID_HINT);

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
  zoneIds: z
    .array(zoneId)
    .default([])
    .describe(
      "IDs of the availability zones, `az_count` of them, in the subnets' order; by default the region's first ones by ID, without " +
        "`exclude_zone_ids`. Subnets stay in their zones.",
    ),
  excludeZoneIds: z
    .array(zoneId)
    .meta({ uniqueItems: true })
    .default([...ZONES_WITHOUT_CAPACITY])
    .describe(
      "IDs of availability zones that are used only where `zone_ids` names them; by default those that MSK or other services refuse.",
    ),
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
