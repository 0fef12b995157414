/** A member of AWS's interface in which an input ends, and what the module makes of the value on the way. */
export interface Member {
  /** `service:Operation:Path.To[].Member`; `{key}` and `{}` are a map's keys and values. */
  readonly at: string;
  readonly as?: (value: string) => string;
}
/** Where an input ends, or why no model says anything about it. */
export type Ends = Member | readonly Member[] | string;

export const at = (path: string, as?: Member["as"]): Member => ({ at: path, ...(as && { as }) });

export const AWS_MAKES_IT = "An identifier that AWS gives out: only AWS can say whether it is one.";
export const DOCUMENT = "IAM reads it; the model has its length alone, of the whole document.";
export const OWN = "The module's own: it ends in a name of Terraform's, in a query, or in part of another value.";
export const BY_DAYS = "S3's model has no bound of days.";
export const BUCKET = "S3's model has no rule for names: envs/schema/bucket-name.ts has S3's page.";
export const NO_BOUND = "EC2's model has no bound: the module has the one of EC2's pages.";
export const KAFKA = "Kafka's, not AWS's.";

export const roleName = (suffix = "") => at("iam:CreateRole:RoleName", (name) => `${name}${suffix}`);
export const policyName = (suffix = "") => at("iam:CreatePolicy:PolicyName", (name) => `${name}${suffix}`);
/** A policy's key ends its name, after the longest name that the module takes. */
export const policyKey = (longest: number) =>
  at("iam:CreatePolicy:PolicyName", (key) => `${"n".repeat(longest)}-${key}`);
export const logGroup = (folder = "") => at("logs:CreateLogGroup:logGroupName", (name) => `${folder}${name}`);
export const FEATURES = "sagemaker:CreateFeatureGroup:";
export const STREAM = "firehose:CreateDeliveryStream:";
export const S3 = `${STREAM}ExtendedS3DestinationConfiguration.`;
export const SCHEMA = `${S3}DataFormatConversionConfiguration.SchemaConfiguration.`;
export const APP = "kinesisanalyticsv2:CreateApplication:";
export const FLINK = `${APP}ApplicationConfiguration.FlinkApplicationConfiguration.`;
export const PROPERTIES = `${APP}ApplicationConfiguration.EnvironmentProperties.PropertyGroups`;
export const VPC = `${APP}ApplicationConfiguration.VpcConfigurations[].`;
export const LAMBDA = "lambda:CreateFunction:";
export const MAPPING = "lambda:CreateEventSourceMapping:";
export const TABLE = "glue:CreateTable:TableInput.";
export const ALARM = "cloudwatch:PutMetricAlarm:";
export const METRIC = `${ALARM}Metrics[].MetricStat.`;
export const SCHEDULE = "scheduler:CreateSchedule:";
export const CLUSTER = "kafka:CreateCluster:";

export const bucket = { bucketName: BUCKET, logBucketName: BUCKET, expireDays: BY_DAYS, noncurrentDays: BY_DAYS };

export const alarm = (input: string): Record<string, Ends> => ({
  [`${input}{key}`]: at(`${ALARM}AlarmName`, (key) => `${"n".repeat(100)}-${key}`),
  [`${input}{}.description`]: at(`${ALARM}AlarmDescription`),
  [`${input}{}.runbookUrl`]: at(`${ALARM}AlarmDescription`, (url) => `${"d".repeat(800)} Runbook: ${url}`),
  [`${input}{}.threshold`]: "Any number.",
  [`${input}{}.comparison`]: at(`${ALARM}ComparisonOperator`),
  [`${input}{}.evaluationPeriods`]: at(`${ALARM}EvaluationPeriods`),
  [`${input}{}.datapointsToAlarm`]: at(`${ALARM}DatapointsToAlarm`),
  [`${input}{}.treatMissingData`]: at(`${ALARM}TreatMissingData`),
});
