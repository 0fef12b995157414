import { type Change, ends } from "./change";

/** What is lost with a resource, by its type. */
export const LOSES: Readonly<Record<string, string>> = {
  aws_cloudwatch_log_group: "its log lines",
  aws_glue_catalog_database: "the definitions of its tables",
  aws_glue_catalog_table: "its definition and what others have added to it",
  aws_kinesisanalyticsv2_application: "the job's state and its snapshots",
  aws_kms_key: "whatever it encrypts, which nobody can read then",
  aws_lambda_invocation:
    "what the function has made, such as topics and their records, where their deletion is allowed",
  aws_msk_cluster: "its topics and their records",
  aws_msk_serverless_cluster: "its topics and their records",
  aws_s3_bucket: "its objects",
  aws_sagemaker_feature_group: "its features in the online store, and their definition",
  aws_sqs_queue: "its messages",
};

/** A sentence for each change that loses data. What was never finished holds none. */
export function dataLosses(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => {
    const lost = LOSES[change.type];
    return lost && ends(change) && !change.unfinished ? [sentence(change, lost)] : [];
  });
}

function sentence({ address, action, because }: Change, lost: string): string {
  if (action === "delete") return `this deletes ${address} and loses ${lost}`;
  const reason =
    because.length > 0 ? ` because ${because.join(" and ")} ${because.length > 1 ? "change" : "changes"}` : "";
  return `this replaces ${address}${reason} and loses ${lost}; see "Changing things" in docs/DEPLOYMENT.md`;
}
