import { z } from "zod";
import { section } from "./section";

const common = {
  cidr: z
    .cidrv4("must be an IPv4 block such as 10.20.0.0/16")
    .describe("Addresses of the VPC; a sixteenth of them a subnet."),
  azCount: z.int().min(2).max(3).describe("Availability zones; MSK Serverless needs two."),
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
