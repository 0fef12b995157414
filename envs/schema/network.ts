import { z } from "zod";
import { section } from "./section";

const LARGEST_BLOCK = 16;
/** A subnet gets a sixteenth, and AWS makes none of fewer than 16 addresses (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html). */
const SMALLEST_BLOCK = 24;

const dotted = (address: number): string =>
  [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join(".");

/** An IPv4 block as a VPC takes it: of a size that subnets fit in, and named by its first address. */
const block = z.cidrv4("must be an IPv4 block such as 10.20.0.0/16").superRefine((value, context) => {
  const [start = "", size = ""] = value.split("/");
  const refuse = (message: string) => context.addIssue({ code: "custom", message, input: value });
  if (Number(size) < LARGEST_BLOCK || Number(size) > SMALLEST_BLOCK)
    return refuse(`must be a block of /${LARGEST_BLOCK} to /${SMALLEST_BLOCK}`);
  const address = start.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const first = address - (address % 2 ** (32 - Number(size)));
  if (address !== first) refuse(`must start at the block's first address, ${dotted(first)}/${size}`);
});

const common = {
  cidr: block.describe("Addresses of the VPC; a sixteenth of them a subnet."),
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
