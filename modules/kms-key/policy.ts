import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Construct } from "constructs";
import { currentAccount, currentPartition, currentRegion } from "../../module-kit/current";
import type { Resolved } from "../../module-kit/inputs";
import { comment } from "../../module-kit/module";
import { blockIf, blocksByKey, concat, never, notEmpty } from "../../module-kit/structure";
import type { inputs } from "./inputs";

const USE = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];

const FOR_ACCOUNT =
  'In a key policy "*" means this key. The account decides by IAM who uses the key: without that statement nobody could ever change ' +
  "the policy.";
const FOR_LOGS = "CloudWatch Logs encrypts and reads the log groups of this account and region.";
const FOR_SERVICES = "The named services use the key by themselves, each for this account only.";

/** The key's policy: IAM decides within the account; CloudWatch Logs and the named services use the key for it. */
export function keyPolicy(scope: Construct, p: Resolved<typeof inputs>): DataAwsIamPolicyDocument {
  const account = currentAccount(scope);
  const partition = currentPartition(scope);

  const policy = new DataAwsIamPolicyDocument(scope, "policy", {
    statement: concat(
      [
        {
          sid: "AccountDecidesByIam",
          actions: ["kms:*"],
          resources: ["*"],
          principals: [{ type: "AWS", identifiers: [`arn:${partition}:iam::${account}:root`] }],
        },
      ],
      never(p.cloudwatchLogs) ? [] : blockIf(p.cloudwatchLogs, useByLogs(scope)),
      blocksByKey(p.servicePrincipals, (sid, principal) => ({
        sid,
        actions: principal.actions,
        resources: ["*"],
        principals: [{ type: "Service", identifiers: [principal.service] }],
        condition: concat(
          [{ test: "StringEquals", variable: "aws:SourceAccount", values: [account] }],
          blockIf(notEmpty(principal.sourceArns), {
            test: "ArnLike",
            variable: "aws:SourceArn",
            values: principal.sourceArns,
          }),
        ),
      })),
    ),
  });
  const logs = never(p.cloudwatchLogs) ? "" : ` ${FOR_LOGS}`;
  const services = never(notEmpty(p.servicePrincipals)) ? "" : ` ${FOR_SERVICES}`;
  comment(policy, `${FOR_ACCOUNT}${logs}${services}`);
  return policy;
}

function useByLogs(scope: Construct) {
  const region = currentRegion(scope);
  const logGroups = `arn:${currentPartition(scope)}:logs:${region}:${currentAccount(scope)}:log-group:*`;
  return {
    sid: "CloudwatchLogs",
    actions: USE,
    resources: ["*"],
    principals: [{ type: "Service", identifiers: [`logs.${region}.amazonaws.com`] }],
    condition: [{ test: "ArnLike", variable: "kms:EncryptionContext:aws:logs:arn", values: [logGroups] }],
  };
}
