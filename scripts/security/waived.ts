import type { Waiver } from "../../guardrails/waivers";

const EVERYWHERE = ["dev", "staging", "prod", "local"];
const NEXT_REVIEW = "2027-11-30";

/** Addresses by stack, as checkov names them: it leaves the type out of most, and says `resource` or `data` instead. */
type Resources = Readonly<Record<string, readonly string[]>>;

const BUCKETS: Resources = {
  features: ["aws_s3_bucket.failures"],
  lake: ["aws_s3_bucket.access_logs", "aws_s3_bucket.lake_bucket"],
  processing: ["aws_s3_bucket.artifacts"],
};
const FUNCTIONS: Resources = {
  features: ["resource.check_feature_store", "resource.feature_store"],
  processing: ["resource.consumer", "resource.producer"],
  streaming: ["resource.create_topics"],
};
const KEY_POLICIES: Resources = {
  lake: ["data.key_policy"],
  network: ["data.functions_key_policy", "data.logs_key_policy"],
  observability: ["data.key_policy"],
  streaming: ["data.key_policy"],
};
const INTERFACES: Resources = { processing: ["data.job_service"] };
const POLLERS: Resources = { features: ["data.aggregates_poller_document"] };
const LOG_GROUPS: Resources = {
  delivery: ["resource.aggregates_logs"],
  features: ["resource.check_feature_store_logs", "resource.feature_store_logs"],
  network: ["resource.network_flow_logs_group"],
  processing: ["resource.consumer_logs", "resource.job_logs", "resource.producer_logs"],
  streaming: ["resource.create_topics_logs"],
};

function waive(rules: readonly string[], resources: Resources, reason: string, environments = EVERYWHERE): Waiver[] {
  return rules.flatMap((rule) =>
    Object.entries(resources).flatMap(([stack, addresses]) =>
      addresses.map((resource) => ({ rule, stack, resource, environments, reason, expires: NEXT_REVIEW })),
    ),
  );
}

/** Exceptions from checkov's checks. */
export const CHECKOV_WAIVERS: readonly Waiver[] = [
  ...waive(
    ["CKV2_AWS_5"],
    {
      network: [
        "aws_security_group.flink_group",
        "aws_security_group.functions_group",
        "aws_security_group.kafka_group",
      ],
    },
    "Attached by the stacks that come after it, which checkov does not see together.",
  ),
  ...waive(
    ["CKV2_AWS_5"],
    { network: ["aws_security_group.bastion_group"] },
    "Attached by the streaming stack, which checkov does not see together with this one.",
    ["dev", "staging"],
  ),
  ...waive(
    ["CKV2_AWS_19"],
    { network: ["aws_eip.network_nat_address[0]"] },
    "It is the NAT gateway's, of which checkov does not know when it is made by a count.",
    ["staging"],
  ),
  ...waive(["CKV2_AWS_62"], BUCKETS, "Nothing reacts to new objects; readers find them by their prefix."),
  ...waive(
    ["CKV_AWS_144"],
    BUCKETS,
    "Aggregates can be computed anew from Kafka; another region is a decision on costs.",
  ),
  ...waive(
    ["CKV_AWS_145"],
    { lake: ["aws_s3_bucket.access_logs"] },
    "S3 delivers access logs only to buckets that are encrypted with its own keys.",
  ),
  ...waive(
    ["CKV_AWS_109", "CKV_AWS_111", "CKV_AWS_356"],
    KEY_POLICIES,
    "In a key's policy \"*\" is that key, and without the account's own statement nobody could change the policy.",
  ),
  ...waive(
    ["CKV_AWS_109", "CKV_AWS_111", "CKV_AWS_356"],
    INTERFACES,
    "Managed Flink makes its own network interfaces: there is no ARN to name before they exist.",
  ),
  ...waive(
    ["CKV_AWS_111", "CKV_AWS_356"],
    POLLERS,
    "The pollers make their own network interfaces: there is no ARN to name before they exist.",
  ),
  ...waive(
    ["CKV_AWS_116"],
    FUNCTIONS,
    "A dead-letter queue is for asynchronous invocations: these are polled, scheduled with a queue of the schedule's, or synchronous.",
  ),
  ...waive(
    ["CKV_AWS_240", "CKV_AWS_241"],
    { delivery: ["resource.aggregates"] },
    "For direct puts; the source is Kafka.",
  ),
  ...waive(["CKV_AWS_272"], FUNCTIONS, "The code is deployed by Terraform alone, with its hash in the state."),
  ...waive(
    ["CKV_AWS_297"],
    { features: ["resource.check_schedule"], processing: ["resource.job_maintenance", "resource.producer_schedule"] },
    "A schedule holds no data: its input is empty, or names the application.",
  ),
  ...waive(["CKV_AWS_338"], LOG_GROUPS, "Kept as long as the environment says; a year in prod.", [
    "dev",
    "staging",
    "local",
  ]),
  ...waive(
    ["CKV_AWS_338"],
    { streaming: ["resource.broker_logs"] },
    "Kept as long as the environment says; a year in prod.",
    ["staging"],
  ),
  ...waive(
    ["CKV_AWS_394"],
    { network: ["data.network_available"] },
    "Only the first zones are taken, as many as the environment says; more zones change nothing.",
  ),
];
