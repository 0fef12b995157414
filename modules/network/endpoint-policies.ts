import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { Fn, type MapTerraformIterator, Op, Token } from "cdktf";
import type { Construct } from "constructs";
import { note } from "../../module-kit/module";
import { blockIf, concat, sameKey } from "../../module-kit/structure";

/** Services whose IAM prefix is not the first part of their endpoint's name. */
const IAM_PREFIXES = {
  "kinesis-firehose": "firehose",
  "kinesis-streams": "kinesis",
  monitoring: "cloudwatch",
  "sync-states": "states",
};

/** What Lambda's event source pollers call for themselves when they have no capacity of their own. */
const POLLED = ["lambda", "sts"];

/**
 * A policy for each service: an endpoint passes its own service's actions, and only for this account's principals.
 * It bounds what may pass; what a principal may do is for IAM to say.
 */
export function endpointPolicies(scope: Construct, id: string, services: MapTerraformIterator, region: string): string {
  const account = new DataAwsCallerIdentity(scope, `${id}_account`, {}).accountId;
  const service = Fn.element(Fn.split(".", services.key), 0);
  const actions = [`${Fn.lookup(IAM_PREFIXES, service, service)}:*`];
  const policies = new DataAwsIamPolicyDocument(scope, id, {
    forEach: services,
    statement: concat(
      [
        {
          sid: "PrincipalsOfThisAccount",
          actions,
          resources: ["*"],
          principals: [{ type: "AWS", identifiers: ["*"] }],
          condition: [{ test: "StringEquals", variable: "aws:PrincipalAccount", values: [account] }],
        },
      ],
      blockIf(Fn.contains(POLLED, services.key), {
        sid: "EventSourcePollers",
        actions,
        resources: ["*"],
        principals: [{ type: "Service", identifiers: ["lambda.amazonaws.com"] }],
      }),
      blockIf(Token.asAny(Op.eq(services.key, "s3")), {
        sid: "AmazonLinuxPackages",
        actions: ["s3:GetObject"],
        resources: [`arn:aws:s3:::al2023-repos-${region}-de612dc2/*`],
        principals: [{ type: "*", identifiers: ["*"] }],
      }),
    ),
  });
  note(
    policies,
    "An endpoint's policy bounds the whole service; IAM and the resources' own policies choose within it.",
  );
  return sameKey(policies, "json");
}
