import { z } from "zod";
import { ZONE_ID, ZONE_ID_HINT, ZONE_WITHOUT_MSK } from "../../aws-limits/availability-zones";
import { blockOf, overlap, shown } from "./ipv4";
import { section } from "./section";

const LARGEST_BLOCK = 16;
/** A subnet gets a sixteenth, and AWS makes none of fewer than 16 addresses (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html). */
const SMALLEST_BLOCK = 24;

/**
 * Addresses that AWS makes no VPC from (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html); above 224.0.0.0 there are
 * none for hosts.
 */
const NEVER = ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3"];

/** An IPv4 block as a VPC takes it: of a size that subnets fit in, and named by its first address. */
const block = z.cidrv4("must be an IPv4 block such as 10.20.0.0/16").superRefine((value, context) => {
  const refuse = (message: string) => context.addIssue({ code: "custom", message, input: value });
  const own = blockOf(value);
  if (own.prefix < LARGEST_BLOCK || own.prefix > SMALLEST_BLOCK)
    return refuse(`must be a block of /${LARGEST_BLOCK} to /${SMALLEST_BLOCK}`);
  const never = NEVER.find((range) => overlap(own, blockOf(range)));
  if (never)
    return refuse(`must not be in ${never}, which AWS makes no VPC from; take private addresses such as 10.20.0.0/16`);
  if (value !== shown(own)) refuse(`must start at the block's first address, ${shown(own)}`);
});

const zoneId = z
  .string()
  .regex(ZONE_ID, `must ${ZONE_ID_HINT}`)
  .refine((id) => id !== ZONE_WITHOUT_MSK, { error: "must be another zone: MSK takes no subnet in this one" });

const common = {
  cidr: block.describe("Addresses of the VPC; a sixteenth of them a subnet."),
  azCount: z.int().min(2).max(3).describe("Availability zones; MSK Serverless needs two."),
  zoneIds: z
    .array(zoneId)
    .refine((ids) => new Set(ids).size === ids.length, { error: "must name each zone once" })
    .optional()
    .describe("IDs of the zones, azCount of them, in the subnets' order; by default the region's first ones by ID."),
};

/** How private subnets reach AWS: through a NAT gateway, or through the VPC endpoints that the other settings call for. */
export const Network = z.discriminatedUnion(
  "mode",
  [
    section({
      mode: z.literal("nat"),
      ...common,
      natPerZone: z.boolean().default(false).describe("One NAT gateway a zone, so that a zone's loss stops nothing."),
    }),
    section({ mode: z.literal("endpoints"), ...common }),
  ],
  { error: 'must have a "mode": "nat" or "endpoints"' },
);
export type Network = z.infer<typeof Network>;
