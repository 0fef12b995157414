import type { Structure } from "../../../../local/rehearsal/models/shape";

const tag = (Key: string, Value = "v") => ({ Tags: [{ Key, Value }] });
const tagged = (count: number) => ({
  Tags: Array.from({ length: count }, (_, index) => ({ Key: `k${index}`, Value: "v" })),
});
const policy = (length: number) => JSON.stringify({ Statement: "a".repeat(length - '{"Statement":""}'.length) });
const alarm = (more: Structure) => ({ EvaluationPeriods: 1, Period: 60, Statistic: "Sum", ...more });
const query = (Id: string, more: Structure = {}) => ({ Id, MetricStat: { Period: 60 }, ReturnData: false, ...more });
const math = (Expression: string) => ({ EvaluationPeriods: 1, Metrics: [query("a"), { Id: "b", Expression }] });
const dashboard = (...widgets: Structure[]) => ({ DashboardBody: JSON.stringify({ widgets }) });
const widget = {
  type: "metric",
  x: 0,
  y: 0,
  width: 24,
  height: 6,
  properties: { region: "us-east-1", metrics: [["a"]] },
};
const schedule = (ScheduleExpression: string) => ({
  ScheduleExpression,
  Target: { Arn: "arn:aws:lambda:us-east-1:111111111111:function:f" },
});
const stream = (more: Structure, size = 64) => ({
  DeliveryStreamType: "DirectPut",
  ExtendedS3DestinationConfiguration: {
    DataFormatConversionConfiguration: { Enabled: true },
    BufferingHints: { SizeInMBs: size },
    CompressionFormat: "UNCOMPRESSED",
    ...more,
  },
});
const lifecycle = (...Rules: Structure[]) => ({ LifecycleConfiguration: { Rules } });
const group = (name: string, type = "String") => ({
  RecordIdentifierFeatureName: "id",
  EventTimeFeatureName: "time",
  FeatureDefinitions: [
    { FeatureName: "id", FeatureType: "String" },
    { FeatureName: "time", FeatureType: type },
    { FeatureName: name, FeatureType: "String" },
  ],
});
const cluster = (NumberOfBrokerNodes: number) => ({
  NumberOfBrokerNodes,
  BrokerNodeGroupInfo: { ClientSubnets: ["a", "b", "c"] },
});
const mapping = (arn: string, more: Structure) => ({
  EventSourceArn: `arn:aws:${arn}:us-east-1:111111111111:x`,
  ...more,
});
const pollers = (MinimumPollers: number, MaximumPollers: number) => ({
  ProvisionedPollerConfig: { MinimumPollers, MaximumPollers },
});
const variables = (Variables: Structure) => ({ Environment: { Variables } });

/** Call, parameters that AWS takes, parameters that it refuses, beginning of the rule. */
export const CASES: readonly [string, Structure, Structure, string][] = [
  [
    "sqs:GetQueueUrl",
    { Name: "arn:aws:sqs:us-east-1:111111111111:q" },
    { Name: "arn:aws:sqs:us-east-1:222222222222:q" },
    "ARNs are of",
  ],
  ["sns:CreateTopic", { Name: "prices" }, { Name: "a${TfToken[TOKEN.1]}" }, "nothing that synthesis"],
  ["kms:CreateKey", tagged(50), tagged(51), "at most 50 tags"],
  ["kms:CreateKey", tag("k".repeat(128)), tag("k".repeat(129)), "a tag's key"],
  ["kms:CreateKey", tag("a:b"), tag("aws:b"), "a tag's key"],
  ["kms:CreateKey", tag("k", "v".repeat(256)), tag("k", "v".repeat(257)), "a tag's value"],
  ["kms:CreateKey", tag("k", "a b"), tag("k", "a|b"), "a tag's value"],
  ["kms:CreateKey", tagged(2), { Tags: [...tagged(1).Tags, ...tagged(1).Tags] }, "no tag comes twice"],
  [
    "s3:PutObject",
    { Tagging: "a=1" },
    {
      Tagging: tagged(11)
        .Tags.map(({ Key }) => `${Key}=1`)
        .join("&"),
    },
    "an S3 object",
  ],
  ["iam:CreatePolicy", { PolicyDocument: policy(6144) }, { PolicyDocument: policy(6145) }, "a policy has at most 6144"],
  [
    "iam:CreateRole",
    { AssumeRolePolicyDocument: policy(2048) },
    { AssumeRolePolicyDocument: policy(2049) },
    "a policy has at most 2048",
  ],
  ["s3:PutBucketPolicy", { Policy: policy(20480) }, { Policy: policy(20481) }, "a policy has at most 20480"],
  [
    "sqs:SetQueueAttributes",
    { Attributes: { Policy: policy(20480) } },
    { Attributes: { Policy: policy(20481) } },
    "a policy has at most 20480",
  ],
  ["iam:CreatePolicy", { PolicyName: "a" }, { PolicyName: "a/b" }, "the name of a managed policy"],
  ["iam:CreateRole", { Description: "Größe" }, { Description: "Λ" }, "a role's description"],
  [
    "ec2:CreateSecurityGroup",
    { Description: "a", GroupName: "g" },
    { Description: "a|b", GroupName: "g" },
    "a security group's description",
  ],
  [
    "ec2:CreateSecurityGroup",
    { Description: "a", GroupName: "g" },
    { Description: "a", GroupName: "sg-1" },
    "a security group's name",
  ],
  [
    "ec2:AuthorizeSecurityGroupIngress",
    { IpPermissions: [{ IpRanges: [{ Description: "" }] }] },
    { IpPermissions: [{ IpRanges: [{ Description: "ü" }] }] },
    "a rule's description",
  ],
  ["ec2:CreateFlowLogs", { MaxAggregationInterval: 60 }, { MaxAggregationInterval: 61 }, "flow logs"],
  [
    "ec2:CreateVpcEndpoint",
    { ServiceName: "com.amazonaws.us-east-1.logs" },
    { ServiceName: "com.amazonaws.eu-west-1.logs" },
    "an endpoint's service",
  ],
  ["logs:PutRetentionPolicy", { retentionInDays: 3653 }, { retentionInDays: 3654 }, "a log is kept"],
  ["s3:CreateBucket", { Bucket: "a.b-1" }, { Bucket: "a..b" }, "a bucket's name"],
  ["s3:CreateBucket", { Bucket: "abc" }, { Bucket: "ab" }, "a bucket's name"],
  ["s3:CreateBucket", { Bucket: "abc" }, { Bucket: "abc-s3alias" }, "a bucket's name"],
  [
    "s3:CreateBucket",
    { Bucket: "abc" },
    { Bucket: "abc", CreateBucketConfiguration: { LocationConstraint: "us-east-1" } },
    "a bucket's location",
  ],
  [
    "s3:PutBucketLifecycleConfiguration",
    lifecycle({ ID: "a", Expiration: {} }),
    lifecycle({ ID: "a", Expiration: {} }, { ID: "a", Expiration: {} }),
    "at most 1,000 lifecycle",
  ],
  [
    "s3:PutBucketLifecycleConfiguration",
    lifecycle({ ID: "a", Expiration: {} }),
    lifecycle({ ID: "a" }),
    "a lifecycle rule does",
  ],
  [
    "lambda:CreateFunction",
    variables({ A: "a".repeat(4095) }),
    variables({ A: "a".repeat(4096) }),
    "a function's environment",
  ],
  [
    "lambda:CreateFunction",
    variables({ AWS_LAMBDA_EXEC_WRAPPER: "/w" }),
    variables({ AWS_REGION: "x" }),
    "no environment variable",
  ],
  ["lambda:CreateFunction", { Timeout: 900 }, { Timeout: 901 }, "a function runs"],
  [
    "lambda:CreateEventSourceMapping",
    mapping("kafka", pollers(1, 2000)),
    mapping("kafka", pollers(2, 1)),
    "1 to 200 pollers",
  ],
  [
    "lambda:CreateEventSourceMapping",
    mapping("kafka", { ...pollers(1, 1), MaximumRetryAttempts: 1 }),
    mapping("kafka", { MaximumRetryAttempts: 1 }),
    "error handling",
  ],
  [
    "lambda:CreateEventSourceMapping",
    mapping("sqs", { BatchSize: 10 }),
    mapping("sqs", { BatchSize: 11 }),
    "batches of more",
  ],
  [
    "cloudwatch:PutMetricAlarm",
    { EvaluationPeriods: 1, Metrics: [query("a", { ReturnData: true })] },
    {
      EvaluationPeriods: 1,
      Metrics: Array.from({ length: 11 }, (_, index) => query(`a${index}`, { ReturnData: index === 0 })),
    },
    "an alarm has at most 10",
  ],
  ["cloudwatch:PutMetricAlarm", math("a * 2"), { EvaluationPeriods: 1, Metrics: [query("a")] }, "exactly one"],
  ["cloudwatch:PutMetricAlarm", alarm({ Period: 30 }), alarm({ Period: 90 }), "a period has"],
  [
    "cloudwatch:PutMetricAlarm",
    alarm({ EvaluationPeriods: 1440 }),
    alarm({ EvaluationPeriods: 1441 }),
    "an alarm looks at a day",
  ],
  ["cloudwatch:PutMetricAlarm", alarm({ DatapointsToAlarm: 1 }), alarm({ DatapointsToAlarm: 2 }), "no more datapoints"],
  ["cloudwatch:PutMetricAlarm", alarm({}), alarm({ ExtendedStatistic: "p99" }), "a plain alarm"],
  [
    "cloudwatch:PutMetricAlarm",
    math("a"),
    { EvaluationPeriods: 1, Metrics: [query("A", { ReturnData: true })] },
    "ids of an alarm",
  ],
  ["cloudwatch:PutMetricAlarm", math("FILL(a, 0) > 1"), math("FILL(c, 0)"), "an alarm's expressions"],
  [
    "cloudwatch:PutMetricAlarm",
    alarm({ AlarmActions: ["arn:aws:sns:us-east-1:111111111111:t"] }),
    alarm({ AlarmActions: ["arn:aws:sqs:us-east-1:111111111111:q"] }),
    "what an alarm notifies",
  ],
  [
    "cloudwatch:PutCompositeAlarm",
    { AlarmRule: 'ALARM("a") OR NOT OK("b")' },
    { AlarmRule: Array.from({ length: 101 }, () => 'ALARM("a")').join(" OR ") },
    "a composite alarm's rule has",
  ],
  [
    "cloudwatch:PutCompositeAlarm",
    { AlarmRule: 'ALARM("a")' },
    { AlarmRule: 'FIRING("a")' },
    "a composite alarm's rule is",
  ],
  ["cloudwatch:PutDashboard", dashboard(widget), { DashboardBody: "{" }, "a dashboard's body"],
  ["cloudwatch:PutDashboard", dashboard(widget), dashboard({ ...widget, x: 1 }), "a widget lies"],
  ["cloudwatch:PutDashboard", dashboard(widget), dashboard({ ...widget, type: "chart" }), "a widget is one"],
  [
    "cloudwatch:PutDashboard",
    dashboard(widget),
    dashboard({ ...widget, properties: { metrics: [["a"]] } }),
    "a metric widget",
  ],
  ["scheduler:CreateSchedule", schedule("rate(1 minute)"), schedule("rate(0 minutes)"), "a schedule is"],
  ["scheduler:CreateSchedule", schedule("cron(0 1 * * ? *)"), schedule("cron(0 1 * * ?)"), "a schedule is"],
  [
    "scheduler:CreateSchedule",
    { ...schedule("rate(1 hour)"), Target: { RetryPolicy: { MaximumRetryAttempts: 185 } } },
    { ...schedule("rate(1 hour)"), Target: { RetryPolicy: { MaximumRetryAttempts: 186 } } },
    "an event that was not",
  ],
  [
    "scheduler:CreateSchedule",
    schedule("rate(1 hour)"),
    { ...schedule("rate(1 hour)"), Target: { Arn: "arn:aws:scheduler:::aws-sdk:nosuch:do" } },
    "what a schedule calls",
  ],
  ["firehose:CreateDeliveryStream", stream({}), stream({}, 63), "a stream that converts its records buffers"],
  [
    "firehose:CreateDeliveryStream",
    stream({}),
    stream({ CompressionFormat: "GZIP" }),
    "a stream that converts its records does not",
  ],
  [
    "firehose:CreateDeliveryStream",
    stream({ Prefix: "!{timestamp:yyyy}", ErrorOutputPrefix: "!{firehose:error-output-type}/" }),
    stream({ Prefix: "!{timestamp:yyyy}", ErrorOutputPrefix: "e" }),
    "a prefix with an expression",
  ],
  [
    "firehose:CreateDeliveryStream",
    stream({ Prefix: "a" }),
    stream({ Prefix: "!{time:yyyy}", ErrorOutputPrefix: "!{firehose:error-output-type}" }),
    "expressions of a prefix",
  ],
  [
    "firehose:CreateDeliveryStream",
    stream({}),
    { ...stream({}), DeliveryStreamType: "MSKAsSource" },
    "a stream of type MSKAsSource",
  ],
  [
    "kinesisanalyticsv2:CreateApplication",
    {},
    { ApplicationConfiguration: { EnvironmentProperties: { PropertyGroups: Array(51).fill({}) } } },
    "an application has",
  ],
  [
    "kinesisanalyticsv2:CreateApplication",
    {},
    {
      ApplicationConfiguration: {
        FlinkApplicationConfiguration: { ParallelismConfiguration: { ParallelismPerKPU: 9 } },
      },
    },
    "1 to 8 tasks",
  ],
  [
    "sqs:CreateQueue",
    { Attributes: { DelaySeconds: "900" } },
    { Attributes: { DelaySeconds: "901" } },
    "a queue's numbers",
  ],
  ["sagemaker:CreateFeatureGroup", group("price"), group("is_deleted"), "names of features"],
  ["sagemaker:CreateFeatureGroup", group("price", "Fractional"), group("price", "Integral"), "the record's identifier"],
  ["kafka:CreateCluster", cluster(6), cluster(5), "the number of brokers"],
];
