/** A member of AWS's interface in which an input ends, and what the module makes of the value on the way. */
export interface Member {
  /** `service:Operation:Path.To[].Member`; `{key}` and `{}` are a map's keys and values. */
  readonly at: string;
  readonly as?: (value: string) => string;
}
/** Where an input ends, or why no model says anything about it. */
export type Ends = Member | readonly Member[] | string;

const at = (path: string, as?: Member["as"]): Member => ({ at: path, ...(as && { as }) });

const AWS_MAKES_IT = "An identifier that AWS gives out: only AWS can say whether it is one.";
const DOCUMENT = "IAM reads it; the model has its length alone, of the whole document.";
const OWN = "The module's own: it ends in a name of Terraform's, in a query, or in part of another value.";
const BY_DAYS = "S3's model has no bound of days.";
const BUCKET = "S3's model has no rule for names: envs/schema/bucket-name.ts has S3's page.";
const NO_BOUND = "EC2's model has no bound: the module has the one of EC2's pages.";
const KAFKA = "Kafka's, not AWS's.";

const roleName = (suffix = "") => at("iam:CreateRole:RoleName", (name) => `${name}${suffix}`);
const policyName = (suffix = "") => at("iam:CreatePolicy:PolicyName", (name) => `${name}${suffix}`);
/** A policy's key ends its name, after the longest name that the module takes. */
const policyKey = (longest: number) => at("iam:CreatePolicy:PolicyName", (key) => `${"n".repeat(longest)}-${key}`);
const logGroup = (folder = "") => at("logs:CreateLogGroup:logGroupName", (name) => `${folder}${name}`);
const FEATURES = "sagemaker:CreateFeatureGroup:";
const STREAM = "firehose:CreateDeliveryStream:";
const S3 = `${STREAM}ExtendedS3DestinationConfiguration.`;
const SCHEMA = `${S3}DataFormatConversionConfiguration.SchemaConfiguration.`;
const APP = "kinesisanalyticsv2:CreateApplication:";
const FLINK = `${APP}ApplicationConfiguration.FlinkApplicationConfiguration.`;
const PROPERTIES = `${APP}ApplicationConfiguration.EnvironmentProperties.PropertyGroups`;
const VPC = `${APP}ApplicationConfiguration.VpcConfigurations[].`;
const LAMBDA = "lambda:CreateFunction:";
const MAPPING = "lambda:CreateEventSourceMapping:";
const TABLE = "glue:CreateTable:TableInput.";
const ALARM = "cloudwatch:PutMetricAlarm:";
const METRIC = `${ALARM}Metrics[].MetricStat.`;
const SCHEDULE = "scheduler:CreateSchedule:";
const CLUSTER = "kafka:CreateCluster:";

const bucket = { bucketName: BUCKET, logBucketName: BUCKET, expireDays: BY_DAYS, noncurrentDays: BY_DAYS };

const alarm = (input: string): Record<string, Ends> => ({
  [`${input}{key}`]: at(`${ALARM}AlarmName`, (key) => `${"n".repeat(100)}-${key}`),
  [`${input}{}.description`]: at(`${ALARM}AlarmDescription`),
  [`${input}{}.runbookUrl`]: at(`${ALARM}AlarmDescription`, (url) => `${"d".repeat(800)} Runbook: ${url}`),
  [`${input}{}.threshold`]: "Any number.",
  [`${input}{}.comparison`]: at(`${ALARM}ComparisonOperator`),
  [`${input}{}.evaluationPeriods`]: at(`${ALARM}EvaluationPeriods`),
  [`${input}{}.datapointsToAlarm`]: at(`${ALARM}DatapointsToAlarm`),
  [`${input}{}.treatMissingData`]: at(`${ALARM}TreatMissingData`),
});

/** Every input that is a text, a number or a list, by module; switches, ARNs and tags are left out. */
export const MEMBERS: Readonly<Record<string, Readonly<Record<string, Ends>>>> = {
  alarms: {
    name: at(`${ALARM}AlarmName`),
    ...alarm("alarms"),
    "alarms{}.namespace": at(`${ALARM}Namespace`),
    "alarms{}.metricName": at(`${ALARM}MetricName`),
    "alarms{}.dimensions{key}": at(`${ALARM}Dimensions[].Name`),
    "alarms{}.dimensions{}": at(`${ALARM}Dimensions[].Value`),
    "alarms{}.statistic": at(`${ALARM}Statistic`),
    "alarms{}.period": at(`${ALARM}Period`),
    ...alarm("mathAlarms"),
    "mathAlarms{}.expression": at(`${ALARM}Metrics[].Expression`),
    "mathAlarms{}.metrics[#]": OWN,
    "mathAlarms{}.metrics[].id": at(`${ALARM}Metrics[].Id`),
    "mathAlarms{}.metrics[].namespace": at(`${METRIC}Metric.Namespace`),
    "mathAlarms{}.metrics[].metric": at(`${METRIC}Metric.MetricName`),
    "mathAlarms{}.metrics[].dimensions{key}": at(`${METRIC}Metric.Dimensions[].Name`),
    "mathAlarms{}.metrics[].dimensions{}": at(`${METRIC}Metric.Dimensions[].Value`),
    "mathAlarms{}.metrics[].statistic": at(`${METRIC}Stat`),
    "mathAlarms{}.metrics[].period": at(`${METRIC}Period`),
    compositeName: at("cloudwatch:PutCompositeAlarm:AlarmName", (key) => `${"n".repeat(100)}-${key}`),
    compositeDescription: at("cloudwatch:PutCompositeAlarm:AlarmDescription"),
    compositeRunbookUrl: at(
      "cloudwatch:PutCompositeAlarm:AlarmDescription",
      (url) => `${"d".repeat(800)} Runbook: ${url}`,
    ),
    "compositeMembers[#]": OWN,
    "compositeMembers[]": OWN,
  },
  bastion: {
    name: roleName(),
    subnetId: AWS_MAKES_IT,
    "securityGroupIds[#]": OWN,
    "securityGroupIds[]": AWS_MAKES_IT,
    instanceType: "The pattern has families; which sizes each has is for AWS to say.",
    volumeGib: NO_BOUND,
    "policyArns{key}": OWN,
  },
  bucket: {
    ...bucket,
    "folderExpireDays{key}": OWN,
    "folderExpireDays{}": BY_DAYS,
    "policyDocuments[#]": OWN,
    "policyDocuments[]": DOCUMENT,
  },
  dashboard: {
    name: at("cloudwatch:PutDashboard:DashboardName"),
    body: at("cloudwatch:PutDashboard:DashboardBody"),
  },
  "data-lake": {
    ...bucket,
    database: at("glue:CreateDatabase:DatabaseInput.Name"),
    table: at(`${TABLE}Name`),
    tableDescription: at(`${TABLE}Description`),
    "columns[#]": OWN,
    "columns[].name": at(`${TABLE}StorageDescriptor.Columns[].Name`),
    "columns[].type": at(`${TABLE}StorageDescriptor.Columns[].Type`),
    "columns[].comment": at(`${TABLE}StorageDescriptor.Columns[].Comment`),
    prefix: at(`${TABLE}StorageDescriptor.Location`, (prefix) => `s3://${"b".repeat(63)}/${prefix}`),
    startYear: OWN,
    endYear: OWN,
    workgroup: [at("athena:CreateWorkGroup:Name"), policyName("-query")],
    resultsPrefix: OWN,
    resultsExpireDays: BY_DAYS,
    bytesScannedCutoff: at("athena:CreateWorkGroup:Configuration.BytesScannedCutoffPerQuery"),
    "namedQueries{key}": at("athena:CreateNamedQuery:Name"),
    "namedQueries{}": at("athena:CreateNamedQuery:QueryString"),
  },
  "feature-store": {
    name: [at(`${FEATURES}FeatureGroupName`), roleName("-store"), policyName("-store-offline")],
    description: at(`${FEATURES}Description`),
    recordIdentifier: at(`${FEATURES}RecordIdentifierFeatureName`),
    eventTime: at(`${FEATURES}EventTimeFeatureName`),
    "features[#]": at(`${FEATURES}FeatureDefinitions`),
    "features[].name": at(`${FEATURES}FeatureDefinitions[].FeatureName`),
    "features[].type": at(`${FEATURES}FeatureDefinitions[].FeatureType`),
    bucketName: BUCKET,
    prefix: at(`${FEATURES}OfflineStoreConfig.S3StorageConfig.S3Uri`, (prefix) => `s3://${"b".repeat(63)}/${prefix}`),
  },
  firehose: {
    name: [
      at(`${STREAM}DeliveryStreamName`),
      roleName("-source"),
      roleName("-delivery"),
      logGroup("/aws/kinesisfirehose/"),
    ],
    topic: at(`${STREAM}MSKSourceConfiguration.TopicName`),
    prefix: at(`${S3}Prefix`, (prefix) => `${prefix}year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/`),
    errorPrefix: at(
      `${S3}ErrorOutputPrefix`,
      (prefix) => `${prefix}!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/`,
    ),
    bufferMb: at(`${S3}BufferingHints.SizeInMBs`),
    bufferSeconds: at(`${S3}BufferingHints.IntervalInSeconds`),
    glueDatabase: at(`${SCHEMA}DatabaseName`),
    glueTable: at(`${SCHEMA}TableName`),
    logRetentionDays: at("logs:PutRetentionPolicy:retentionInDays"),
  },
  "flink-application": {
    name: [
      at(`${APP}ApplicationName`),
      roleName(),
      roleName("-maintenance"),
      at(`${SCHEDULE}Name`, (name) => `${name}-maintenance`),
    ],
    description: at(`${APP}ApplicationDescription`),
    codeKey: at(`${APP}ApplicationConfiguration.ApplicationCodeConfiguration.CodeContent.S3ContentLocation.FileKey`),
    runtime: at(`${APP}RuntimeEnvironment`),
    parallelism: at(`${FLINK}ParallelismConfiguration.Parallelism`),
    parallelismPerKpu: at(`${FLINK}ParallelismConfiguration.ParallelismPerKPU`),
    checkpointIntervalMs: at(`${FLINK}CheckpointConfiguration.CheckpointInterval`),
    minPauseMs: at(`${FLINK}CheckpointConfiguration.MinPauseBetweenCheckpoints`),
    logLevel: at(`${FLINK}MonitoringConfiguration.LogLevel`),
    metricsLevel: at(`${FLINK}MonitoringConfiguration.MetricsLevel`),
    "propertyGroups{key}": at(`${PROPERTIES}[].PropertyGroupId`),
    "propertyGroups{}{key}": at(`${PROPERTIES}[].PropertyMap{key}`),
    "propertyGroups{}{}": at(`${PROPERTIES}[].PropertyMap{}`),
    "subnetIds[#]": at(`${VPC}SubnetIds`),
    "subnetIds[]": AWS_MAKES_IT,
    "securityGroupIds[#]": at(`${VPC}SecurityGroupIds`),
    "securityGroupIds[]": AWS_MAKES_IT,
    "policyArns{key}": OWN,
    maintenanceWindowStart: at(
      "kinesisanalyticsv2:UpdateApplicationMaintenanceConfiguration:ApplicationMaintenanceConfigurationUpdate.ApplicationMaintenanceWindowStartTimeUpdate",
    ),
    logRetentionDays: at("logs:PutRetentionPolicy:retentionInDays"),
  },
  function: {
    name: [at(`${LAMBDA}FunctionName`), roleName(), policyName("-execution"), logGroup("/aws/lambda/")],
    description: at(`${LAMBDA}Description`),
    packageFile: "A path on this machine.",
    handler: at(`${LAMBDA}Handler`),
    runtime: at(`${LAMBDA}Runtime`),
    memoryMib: at(`${LAMBDA}MemorySize`),
    timeoutSeconds: at(`${LAMBDA}Timeout`),
    "environment{key}": at(`${LAMBDA}Environment.Variables{key}`),
    "environment{}": "Lambda bounds the sum of all variables, which no single value shows.",
    "subnetIds[#]": at(`${LAMBDA}VpcConfig.SubnetIds`),
    "subnetIds[]": AWS_MAKES_IT,
    "securityGroupIds[#]": at(`${LAMBDA}VpcConfig.SecurityGroupIds`),
    "securityGroupIds[]": AWS_MAKES_IT,
    "policyArns{key}": OWN,
    reservedConcurrency: "-1 is Terraform's for no reservation; the upper bound is the account's.",
    tracing: at(`${LAMBDA}TracingConfig.Mode`),
    logRetentionDays: at("logs:PutRetentionPolicy:retentionInDays"),
  },
  "kafka-access": {
    name: policyName(),
    ...Object.fromEntries(
      ["readTopics", "writeTopics", "adminTopics", "deleteTopics", "groups", "transactionalIds"].flatMap((input) => [
        [`${input}[#]`, DOCUMENT],
        [`${input}[]`, DOCUMENT],
      ]),
    ),
  },
  "kafka-event-source": {
    name: policyName("-on-failure"),
    functionName: at(`${MAPPING}FunctionName`),
    roleName: at("iam:AttachRolePolicy:RoleName"),
    topic: at(`${MAPPING}Topics[]`),
    consumerGroupId: at(`${MAPPING}AmazonManagedKafkaEventSourceConfig.ConsumerGroupId`),
    startingPosition: at(`${MAPPING}StartingPosition`),
    batchSize: at(`${MAPPING}BatchSize`),
    batchingWindowSeconds: at(`${MAPPING}MaximumBatchingWindowInSeconds`),
    minimumPollers: at(`${MAPPING}ProvisionedPollerConfig.MinimumPollers`),
    maximumPollers: at(`${MAPPING}ProvisionedPollerConfig.MaximumPollers`),
    maximumRetryAttempts: at(`${MAPPING}MaximumRetryAttempts`),
    maximumRecordAgeSeconds: at(`${MAPPING}MaximumRecordAgeInSeconds`),
  },
  "kafka-policy": {},
  "kafka-provisioned": {
    name: at(`${CLUSTER}ClusterName`),
    kafkaVersion: at(`${CLUSTER}KafkaVersion`),
    brokerCount: "The model's 15 is older than MSK's quota of 30 brokers, or 60 with KRaft.",
    instanceType: at(`${CLUSTER}BrokerNodeGroupInfo.InstanceType`),
    volumeGib: at(`${CLUSTER}BrokerNodeGroupInfo.StorageInfo.EbsStorageInfo.VolumeSize`),
    "subnetIds[#]": at(`${CLUSTER}BrokerNodeGroupInfo.ClientSubnets`),
    "subnetIds[]": AWS_MAKES_IT,
    "securityGroupIds[#]": at(`${CLUSTER}BrokerNodeGroupInfo.SecurityGroups`),
    "securityGroupIds[]": AWS_MAKES_IT,
    logGroupName: logGroup(),
    "configuration{key}": KAFKA,
    "configuration{}": KAFKA,
  },
  "kafka-serverless": {
    name: at("kafka:CreateClusterV2:ClusterName"),
    "subnetIds[#]": at("kafka:CreateClusterV2:Serverless.VpcConfigs[].SubnetIds"),
    "subnetIds[]": AWS_MAKES_IT,
    "securityGroupIds[#]": at("kafka:CreateClusterV2:Serverless.VpcConfigs[].SecurityGroupIds"),
    "securityGroupIds[]": AWS_MAKES_IT,
  },
  "kafka-topics": {
    functionName: at("lambda:Invoke:FunctionName"),
    "topics{key}": KAFKA,
    "topics{}.partitions": KAFKA,
    "topics{}.configs{key}": KAFKA,
    "topics{}.configs{}": KAFKA,
    deletion: OWN,
    "retiredTopics[#]": OWN,
    "retiredTopics[]": KAFKA,
  },
  "kms-key": {
    name: at("kms:CreateAlias:AliasName", (name) => `alias/${name}`),
    description: at("kms:CreateKey:Description"),
    "servicePrincipals{key}": DOCUMENT,
    "servicePrincipals{}.service": DOCUMENT,
    "servicePrincipals{}.actions[#]": DOCUMENT,
    "servicePrincipals{}.actions[]": DOCUMENT,
    deletionWindowDays: at("kms:ScheduleKeyDeletion:PendingWindowInDays"),
  },
  "log-group": { name: logGroup(), retentionDays: at("logs:PutRetentionPolicy:retentionInDays") },
  network: {
    name: [roleName("-flow-logs"), logGroup("/aws/vpc-flow-logs/")],
    cidr: NO_BOUND,
    azCount: OWN,
    "zoneIds[#]": OWN,
    "zoneIds[]": OWN,
    "excludeZoneIds[#]": OWN,
    "excludeZoneIds[]": OWN,
    "gatewayEndpoints[#]": OWN,
    "gatewayEndpoints[]": OWN,
    "interfaceEndpoints[#]": OWN,
    "interfaceEndpoints[]": NO_BOUND,
    flowLogRetentionDays: at("logs:PutRetentionPolicy:retentionInDays"),
  },
  notifications: {
    name: at("sns:CreateTopic:Name"),
    "subscriptions[#]": OWN,
    "subscriptions[]": at("sns:Subscribe:Endpoint"),
  },
  schedule: {
    name: [at(`${SCHEDULE}Name`), roleName()],
    description: at(`${SCHEDULE}Description`),
    expression: at(`${SCHEDULE}ScheduleExpression`),
    input: at(`${SCHEDULE}Target.Input`),
    retries: at(`${SCHEDULE}Target.RetryPolicy.MaximumRetryAttempts`),
    maximumEventAgeSeconds: at(`${SCHEDULE}Target.RetryPolicy.MaximumEventAgeInSeconds`),
  },
  "security-group": {
    name: NO_BOUND,
    description: NO_BOUND,
    vpcId: AWS_MAKES_IT,
    "ingress{key}": OWN,
    "ingress{}.port": NO_BOUND,
    "ingress{}.toPort": NO_BOUND,
    "ingress{}.sourceSecurityGroupId": AWS_MAKES_IT,
    "egress{key}": OWN,
    "egress{}.port": NO_BOUND,
    "egress{}.toPort": NO_BOUND,
    "egress{}.securityGroupId": AWS_MAKES_IT,
    "egress{}.cidr": NO_BOUND,
    "egress{}.prefixListId": AWS_MAKES_IT,
    "selfPorts[#]": OWN,
    "selfPorts[]": NO_BOUND,
  },
  "service-role": {
    name: roleName(),
    description: at("iam:CreateRole:Description"),
    service: DOCUMENT,
    "policyArns{key}": OWN,
    "policies{key}": policyKey(64),
    "policies{}": DOCUMENT,
  },
  "state-bucket": {
    bucketName: [at("kms:CreateAlias:AliasName", (name) => `alias/${name}`)],
    noncurrentDays: BY_DAYS,
  },
};
