import { ALWAYS, PROVISIONED, UNPROTECTED } from "./condition";
import { trustWaivers } from "./waived-trust";
import type { Waiver } from "./waivers";

/** When the exceptions are to be looked at again. */
const NEXT_REVIEW = "2027-11-30";

/** Every exception from the rules. */
export const WAIVERS: readonly Waiver[] = [
  {
    rule: "feature-group-protected",
    stack: "features",
    resource: "aws_sagemaker_feature_group.group",
    when: UNPROTECTED,
    reason: "Meant to be destroyed and made again; their data can be computed again from made-up prices.",
    expires: NEXT_REVIEW,
  },
  {
    rule: "function-concurrency",
    stack: "features",
    resource: "aws_lambda_function.feature_store",
    when: ALWAYS,
    reason: "Kafka bounds it: one invocation at a time per partition. A lower limit would throttle the pollers.",
    expires: NEXT_REVIEW,
  },
  {
    rule: "glue-catalog-encrypted",
    stack: "lake",
    resource: "aws_glue_catalog_database.lake_database",
    when: ALWAYS,
    reason:
      "The setting is one for the whole account and region, so that it belongs to the account's owner: one pipeline must not " +
      "change every other team's catalog. What this catalog holds are column names.",
    expires: NEXT_REVIEW,
  },
  {
    rule: "iam-no-anonymous",
    stack: "network",
    resource: "data.aws_iam_policy_document.network_endpoints_policy",
    when: ALWAYS,
    reason:
      "The host's package manager does not sign its requests; they can reach AWS's package buckets only, to read.",
    expires: NEXT_REVIEW,
  },
  {
    rule: "ingress-named-sources",
    stack: "network",
    resource: "aws_vpc_security_group_ingress_rule.network_endpoints_https",
    when: ALWAYS,
    reason:
      "The endpoints are shared by all of the VPC. Clients must name the endpoints' group in their own egress rules, and each " +
      "endpoint has a policy.",
    expires: NEXT_REVIEW,
  },
  {
    rule: "ingress-named-sources",
    stack: "streaming",
    resource: "aws_vpc_security_group_ingress_rule.private_connectivity",
    when: PROVISIONED,
    reason:
      "Firehose comes through MSK's own load balancer in the cluster's subnets, which has no security group to name.",
    expires: NEXT_REVIEW,
  },
  {
    rule: "schedule-dead-letters",
    stack: "processing",
    resource: "aws_scheduler_schedule.job_maintenance",
    when: ALWAYS,
    reason: "It sets one value, again every day: the next day's invocation replaces one that was lost.",
    expires: NEXT_REVIEW,
  },
  ...trustWaivers(NEXT_REVIEW),
];
