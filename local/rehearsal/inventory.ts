import type { Addresses } from "../platform/laptop";

/** How things of a kind are listed, and found in the answer. */
interface Listing {
  readonly kind: string;
  readonly service: string;
  readonly method?: "GET" | "POST";
  readonly path?: string;
  readonly target?: string;
  /** A query's parameters, or a body in JSON. */
  readonly body?: string;
  readonly found: RegExp;
  /** Whether the adapters have them, and not the emulator. */
  readonly adapted?: boolean;
}

const query = (kind: string, service: string, version: string, action: string, found: RegExp): Listing => ({
  kind,
  service,
  body: `Action=${action}&Version=${version}`,
  found,
});
const ec2 = (kind: string, action: string, found: RegExp) => query(kind, "ec2", "2016-11-15", action, found);
const iam = (kind: string, action: string, found: RegExp) => query(kind, "iam", "2010-05-08", action, found);
const json = (kind: string, service: string, target: string, found: RegExp, body = "{}"): Listing => ({
  kind,
  service,
  target,
  body,
  found,
});
const get = (kind: string, service: string, path: string, found: RegExp): Listing => ({
  kind,
  service,
  method: "GET",
  path,
  found,
});
const field = (name: string) => new RegExp(`"${name}":\\s*"([^"]+)"`, "g");
const element = (name: string) => new RegExp(`<${name}>([^<]+)</${name}>`, "g");

/** One listing of each kind of thing that the stacks make. */
const LISTINGS: readonly Listing[] = [
  iam("role", "ListRoles", element("RoleName")),
  iam("policy", "ListPolicies&Scope=Local", element("PolicyName")),
  iam("instance profile", "ListInstanceProfiles", element("InstanceProfileName")),
  ec2("VPC", "DescribeVpcs", element("vpcId")),
  ec2("subnet", "DescribeSubnets", element("subnetId")),
  ec2("security group", "DescribeSecurityGroups", element("groupId")),
  ec2("address", "DescribeAddresses", element("allocationId")),
  ec2("VPC endpoint", "DescribeVpcEndpoints", element("vpcEndpointId")),
  ec2("flow log", "DescribeFlowLogs", element("flowLogId")),
  ec2("volume", "DescribeVolumes", element("volumeId")),
  query("alarm", "monitoring", "2010-08-01", "DescribeAlarms", element("AlarmName")),
  query("dashboard", "monitoring", "2010-08-01", "ListDashboards", element("DashboardName")),
  query("topic", "sns", "2010-03-31", "ListTopics", element("TopicArn")),
  json("queue", "sqs", "AmazonSQS.ListQueues", /"(https?:[^"]+)"/g),
  json("log group", "logs", "Logs_20140328.DescribeLogGroups", field("logGroupName")),
  json("Glue database", "glue", "AWSGlue.GetDatabases", field("Name")),
  json("workgroup", "athena", "AmazonAthena.ListWorkGroups", field("Name")),
  get("bucket", "s3", "/", element("Name")),
  get("function", "lambda", "/2015-03-31/functions/", field("FunctionName")),
  get("event source mapping", "lambda", "/2015-03-31/event-source-mappings/", field("UUID")),
  get("schedule", "scheduler", "/schedules", field("Arn")),
  { ...get("cluster", "kafka", "/api/v2/clusters", field("clusterArn")), adapted: true },
  {
    ...json("application", "kinesisanalytics", "KinesisAnalytics_20180523.ListApplications", field("ApplicationName")),
    adapted: true,
  },
  {
    ...json("delivery stream", "firehose", "Firehose_20150804.ListDeliveryStreams", /"([^"]+)"(?=[,\]])/g),
    adapted: true,
  },
  { ...json("feature group", "sagemaker", "SageMaker.ListFeatureGroups", field("FeatureGroupName")), adapted: true },
];

/** Everything of the kinds that the stacks make which is there now, such as `role market-data-dev-producer`. */
export async function inventory(aws: Pick<Addresses, "emulator" | "services">, region: string): Promise<Set<string>> {
  const listed = await Promise.all(LISTINGS.map((listing) => list(aws, region, listing)));
  return new Set(listed.flat());
}

async function list(
  aws: Pick<Addresses, "emulator" | "services">,
  region: string,
  { kind, service, method = "POST", path = "/", target, body, found, adapted }: Listing,
): Promise<string[]> {
  const scope = `Credential=test/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=none`;
  const type = target ? "application/x-amz-json-1.1" : "application/x-www-form-urlencoded";
  const headers = {
    authorization: `AWS4-HMAC-SHA256 ${scope}`,
    ...(target && { "x-amz-target": target }),
    ...(body && { "content-type": type }),
  };
  const response = await fetch((adapted ? aws.services : aws.emulator) + path, { method, headers, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${kind}s cannot be listed: ${response.status} ${text.slice(0, 200)}`);
  return [...text.matchAll(found)].map(([, name]) => `${kind} ${name}`);
}
