import { arn } from "../../../module-kit/arn";

test.each([
  ["kms:key", "arn:aws:kms:eu-west-1:123456789012:key/1111-2222"],
  ["kms:key", "arn:aws-cn:kms:cn-north-1:123456789012:key/1111-2222"],
  ["kms:key", "arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/mrk-1111"],
  ["iam:policy", "arn:aws:iam::123456789012:policy/team/reader"],
  ["iam:policy", "arn:aws:iam::aws:policy/ReadOnlyAccess"],
  ["iam:role", "arn:aws:iam::123456789012:role/service-role/x@y"],
  ["kafka:cluster", "arn:aws:kafka:eu-west-1:123456789012:cluster/acme/aaaa-bbbb-s1"],
  ["lambda:function", "arn:aws:lambda:eu-west-1:123456789012:function:acme:live"],
  ["logs:log-group", "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/acme:*"],
  ["s3:bucket", "arn:aws:s3:::acme-lake"],
  ["sns:topic", "arn:aws:sns:eu-west-1:123456789012:alarms.fifo"],
  ["sqs:queue", "arn:aws:sqs:eu-west-1:123456789012:missed"],
] as const)("%s takes %s", (kind, value) => {
  expect(arn(kind).safeParse(value).success).toBe(true);
});

test.each([
  ["kms:key", "1111-2222"],
  ["kms:key", "arn:aws:kms:eu-west-1:123456789012:alias/acme"],
  ["kms:key", "arn:aws:s3:::acme-lake"],
  ["kms:key", "arn:aws:kms:eu-west-1:12345:key/1111"],
  ["kms:key", "arn:aws:kms:eu-west-1:123456789012:key/1111\n"],
  ["iam:policy", "arn:aws:iam::123456789012:role/reader"],
  ["kafka:cluster", "arn:aws:kafka:eu-west-1:123456789012:topic/acme/aaaa/prices"],
  ["s3:bucket", "arn:aws:s3:::acme-lake/prefix/*"],
] as const)("%s refuses %s", (kind, value) => {
  expect(arn(kind).safeParse(value).success).toBe(false);
});

test("the message says what is allowed, with an example that is", () => {
  const refused = arn("kms:key").safeParse("acme").error?.issues[0]?.message ?? "";
  expect(refused).toBe(
    "must be the ARN of a KMS key, such as arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
  );
});

test.each([
  "iam:policy",
  "iam:role",
  "kafka:cluster",
  "kms:key",
  "lambda:function",
  "logs:log-group",
  "s3:bucket",
  "sns:topic",
  "sqs:queue",
] as const)("the example of %s is one", (kind) => {
  const hint = arn(kind).meta()?.hint as string;
  expect(arn(kind).safeParse(hint.split("such as ")[1]).success).toBe(true);
});
