import { type Limit, listOf, structureOf, textOf, unless } from "./limit";

const NAMES = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html";
const LIFECYCLE = "https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html";
const ACTIONS = [
  "Expiration",
  "Transitions",
  "NoncurrentVersionExpiration",
  "NoncurrentVersionTransitions",
  "AbortIncompleteMultipartUpload",
];
const rules = (parameters: Parameters<Limit["problems"]>[0]) =>
  listOf(structureOf(parameters, "LifecycleConfiguration"), "Rules");

export const s3: readonly Limit[] = [
  {
    rule: "a bucket's name has 3 to 63 of a-z 0-9 . -, begins and ends with a letter or digit, and has none of the reserved beginnings and ends",
    source: NAMES,
    of: ["s3:CreateBucket"],
    problems: (parameters) => {
      const name = textOf(parameters, "Bucket");
      const allowed = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && !/\.\.|^\d+\.\d+\.\d+\.\d+$/.test(name);
      const reserved = /^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name);
      return unless(allowed && !reserved, name);
    },
  },
  {
    rule: "a bucket's location is not given in us-east-1, and is the region elsewhere",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucketConfiguration.html",
    of: ["s3:CreateBucket"],
    problems: (parameters, { region }) => {
      const location = textOf(structureOf(parameters, "CreateBucketConfiguration"), "LocationConstraint");
      return unless(location === (region === "us-east-1" ? "" : region), location);
    },
  },
  {
    rule: "at most 1,000 lifecycle rules, each with an id of its own",
    source: LIFECYCLE,
    of: ["s3:PutBucketLifecycleConfiguration"],
    problems: (parameters) => {
      const ids = rules(parameters).map((rule) => textOf(rule, "ID"));
      return unless(ids.length <= 1000 && new Set(ids).size === ids.length, ids.join(", "));
    },
  },
  {
    rule: "a lifecycle rule does something",
    source: LIFECYCLE,
    of: ["s3:PutBucketLifecycleConfiguration"],
    problems: (parameters) =>
      rules(parameters).flatMap((rule) =>
        unless(
          ACTIONS.some((action) => action in structureOf({ rule }, "rule")),
          textOf(rule, "ID"),
        ),
      ),
  },
];
