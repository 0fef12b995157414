import { text } from "./text";

/** What an ARN may name: its parts after the partition, as a pattern, and one example. */
interface Kind {
  readonly what: string;
  readonly pattern: string;
  readonly example: string;
}

const REGION = "[a-z0-9-]+";
const ACCOUNT = "[0-9]{12}";
/** Printable ASCII without spaces. */
const REST = "[!-~]+";

const regional = (service: string, what: string, resource: string, example: string): Kind => ({
  what,
  pattern: `${service}:${REGION}:${ACCOUNT}:${resource}`,
  example: `${service}:eu-west-1:123456789012:${example}`,
});

/** IAM is global; `aws` stands for the account of policies that AWS manages. */
const iam = (what: string, resource: string): Kind => ({
  what,
  pattern: `iam::(${ACCOUNT}|aws):${resource}/${REST}`,
  example: `iam::123456789012:${resource}/name`,
});

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const KINDS = {
  "iam:policy": iam("an IAM policy", "policy"),
  "iam:role": iam("an IAM role", "role"),
  "kafka:cluster": regional("kafka", "an MSK cluster", "cluster/[^/ ]+/[^/ ]+", "cluster/name/uuid-1"),
  "kms:key": regional("kms", "a KMS key", `key/${REST}`, "key/11111111-2222-3333-4444-555555555555"),
  "lambda:function": regional("lambda", "a Lambda function", `function:${REST}`, "function:name"),
  "logs:log-group": regional("logs", "a log group", `log-group:${REST}`, "log-group:/name"),
  "s3:bucket": { what: "an S3 bucket", pattern: "s3:::[a-zA-Z0-9._-]{3,255}", example: "s3:::name" },
  "sns:topic": regional("sns", "an SNS topic", "[a-zA-Z0-9_-]+(\\.fifo)?", "name"),
  "sqs:queue": regional("sqs", "an SQS queue", "[a-zA-Z0-9_-]+(\\.fifo)?", "name"),
} as const satisfies Readonly<Record<string, Kind>>;

/**
 * An input that takes the ARN of one kind of thing, in any partition (`aws`, `aws-cn`, `aws-us-gov`, …). Both forms refuse a name, an ID,
 * another kind of ARN and a pattern with spaces; whether the thing exists is for AWS to say.
 */
export function arn(kind: keyof typeof KINDS) {
  const { what, pattern, example } = KINDS[kind];
  return text(new RegExp(`^arn:aws(-[a-z]+)*:${pattern}$`), `be the ARN of ${what}, such as arn:aws:${example}`);
}
