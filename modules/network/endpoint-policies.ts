import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { Fn, Op, TerraformLocal, Token } from "cdktf";
import type { Construct } from "constructs";
import { comment } from "../../module-kit/module";
import { blockIf, concat, forEachOf } from "../../module-kit/structure";

interface EndpointPoliciesProps {
  readonly gatewayEndpoints: string[];
  readonly interfaceEndpoints: string[];
  readonly account: string;
  readonly partition: string;
  readonly region: string;
}

/** Services whose IAM prefix is not the first part of their endpoint's name. */
const IAM_PREFIXES = {
  "kinesis-firehose": "firehose",
  "kinesis-streams": "kinesis",
  monitoring: "cloudwatch",
  "sync-states": "states",
};

/** Endpoints that Lambda's event source pollers call in their own name, where they have no provisioned capacity. */
const POLLERS_CALL = ["lambda", "sts"];

/**
 * A policy document for each endpoint's service: it passes that service's actions, for this account's principals.
 * It bounds what may pass; what a principal may do is for IAM to say.
 */
export function endpointPolicies(scope: Construct, p: EndpointPoliciesProps): DataAwsIamPolicyDocument {
  const services = forEachOf(Fn.setunion(p.gatewayEndpoints, [p.interfaceEndpoints]));
  const prefixes = new TerraformLocal(scope, "iam_prefixes", IAM_PREFIXES);
  const ownName = Fn.element(Fn.split(".", services.key), 0);
  const actions = [`${Fn.lookup(prefixes.expression, services.key, ownName)}:*`];
  const policies = new DataAwsIamPolicyDocument(scope, "policy", {
    forEach: services,
    statement: concat(
      [
        {
          sid: "PrincipalsOfThisAccount",
          actions,
          resources: ["*"],
          principals: [{ type: "*", identifiers: ["*"] }],
          condition: [{ test: "StringEquals", variable: "aws:PrincipalAccount", values: [p.account] }],
        },
      ],
      blockIf(Fn.contains(POLLERS_CALL, services.key), {
        sid: "EventSourcePollers",
        actions,
        resources: ["*"],
        principals: [{ type: "Service", identifiers: ["lambda.amazonaws.com"] }],
      }),
      // Package repositories are read without credentials, so no account can be asked for.
      blockIf(Token.asAny(Op.eq(services.key, "s3")), {
        sid: "AmazonLinuxPackages",
        actions: ["s3:GetObject"],
        resources: [`arn:${p.partition}:s3:::al2023-repos-${p.region}-de612dc2/*`],
        principals: [{ type: "*", identifiers: ["*"] }],
      }),
    ),
  });
  comment(
    policies,
    "An endpoint's policy bounds what may pass to its whole service: calls of this account's principals; IAM and the resources' own " +
      "policies choose within that. Lambda's pollers call in Lambda's name, and Amazon Linux loads packages without any.",
  );
  return policies;
}
