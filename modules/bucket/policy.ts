import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Construct } from "constructs";
import { currentAccount } from "../../module-kit/current";
import type { Resolved } from "../../module-kit/inputs";
import { comment } from "../../module-kit/module";
import { blockIf, concat, never, not } from "../../module-kit/structure";
import type { inputs } from "./inputs";

const TLS_ONLY = "Nobody reaches the bucket without TLS.";
const ACCESS_LOGS = "S3 writes access logs into it, those of this account's buckets only.";

function why({ accessLogTarget }: Pick<Resolved<typeof inputs>, "accessLogTarget">): string {
  if (never(accessLogTarget)) return TLS_ONLY;
  if (never(not(accessLogTarget))) return `${TLS_ONLY} ${ACCESS_LOGS}`;
  return `${TLS_ONLY} As a target of access logs: ${ACCESS_LOGS}`;
}

/** The bucket's policy: no plain HTTP; access logs of this account's buckets, where it is their target. */
export function bucketPolicy(
  scope: Construct,
  bucketArn: string,
  p: Resolved<typeof inputs>,
): DataAwsIamPolicyDocument {
  const account = currentAccount(scope);
  return comment(
    new DataAwsIamPolicyDocument(scope, "policy_document", {
      sourcePolicyDocuments: p.policyDocuments,
      statement: concat(
        [
          {
            sid: "TlsOnly",
            effect: "Deny",
            actions: ["s3:*"],
            resources: [bucketArn, `${bucketArn}/*`],
            principals: [{ type: "*", identifiers: ["*"] }],
            condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
          },
        ],
        blockIf(p.accessLogTarget, {
          sid: "AccessLogs",
          actions: ["s3:PutObject"],
          resources: [`${bucketArn}/*`],
          principals: [{ type: "Service", identifiers: ["logging.s3.amazonaws.com"] }],
          condition: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [account] }],
        }),
      ),
    }),
    why(p),
  );
}
