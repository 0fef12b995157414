import { z } from "zod";

/** AWS's regions by partition (https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html). */
export const REGIONS = {
  aws: [
    "af-south-1",
    ...["ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2"],
    ...["ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6"],
    ...["ap-southeast-7", "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1"],
    ...["eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "il-central-1", "me-central-1", "me-south-1"],
    ...["mx-central-1", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2"],
  ],
  "aws-cn": ["cn-north-1", "cn-northwest-1"],
  "aws-eusc": ["eusc-de-east-1"],
  "aws-us-gov": ["us-gov-east-1", "us-gov-west-1"],
  "aws-iso": ["us-iso-east-1", "us-iso-west-1"],
  "aws-iso-b": ["us-isob-east-1", "us-isob-west-1"],
  "aws-iso-e": ["eu-isoe-west-1"],
  "aws-iso-f": ["us-isof-east-1", "us-isof-south-1"],
} as const;
export type Partition = keyof typeof REGIONS;

const KNOWN: readonly string[] = Object.values(REGIONS).flat();

/** Known regions that begin as `region` does, or all public ones. */
function suggestions(region: string): string {
  const similar = KNOWN.filter((known) => known.split("-")[0] === region.split("-")[0]);
  return (similar.length > 0 ? similar : REGIONS.aws).join(", ");
}

export const region = z.string().refine((value) => KNOWN.includes(value), {
  error: ({ input }) => `must be an AWS region, such as ${suggestions(String(input))}`,
});

/** Partition of a region, as it stands in ARNs. */
export function partitionOf(name: string): Partition {
  const found = Object.entries(REGIONS).find(([, regions]) => (regions as readonly string[]).includes(name));
  if (!found) throw new Error(`${name} is in no partition: it must be one of ${KNOWN.join(", ")}`);
  return found[0] as Partition;
}
