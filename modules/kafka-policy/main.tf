# Generated from index.ts by `npm run modules`: change that file instead.

data "aws_caller_identity" "current" {}

# Firehose reaches the brokers through a private connection, which the cluster itself must allow.
data "aws_iam_policy_document" "firehose" {
  statement {
    sid       = "FirehosePrivateConnection"
    actions   = ["kafka:CreateVpcConnection", "kafka:GetBootstrapBrokers", "kafka:DescribeClusterV2"]
    resources = [var.cluster_arn]

    principals {
      type        = "Service"
      identifiers = ["firehose.amazonaws.com"]
    }

    dynamic "condition" {
      for_each = var.trust_source_account ? [1] : []

      content {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [data.aws_caller_identity.current.account_id]
      }
    }
  }
}

resource "aws_msk_cluster_policy" "this" {
  cluster_arn = var.cluster_arn
  policy      = data.aws_iam_policy_document.firehose.json
}
