import { z } from "zod";

/** Beginnings and ends that AWS keeps for itself. */
const RESERVED_STARTS = ["xn--", "sthree-", "amzn-s3-demo-"];
const RESERVED_ENDS = ["-s3alias", "--ol-s3", "--x-s3", "--table-s3"];

/**
 * Name of a general-purpose bucket, without dots, which TLS' wildcard certificates do not cover.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export const bucketName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/, "must be a bucket name: 3 to 63 of a-z, 0-9 and -")
  .refine((name) => !RESERVED_STARTS.some((start) => name.startsWith(start)), {
    error: `must not begin with ${RESERVED_STARTS.join(", ")}: AWS keeps these for itself`,
  })
  .refine((name) => !RESERVED_ENDS.some((end) => name.endsWith(end)), {
    error: `must not end in ${RESERVED_ENDS.join(", ")}: AWS keeps these for itself`,
  });
