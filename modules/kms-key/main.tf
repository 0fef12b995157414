# Generated from index.ts by `npm run modules`: change that file instead.

locals {
  current_region = lookup(data.aws_region.current, "region", lookup(data.aws_region.current, "name", null))
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

# In a key policy "*" means this key. The account decides by IAM who uses the key: without that statement nobody could
# ever change the policy. CloudWatch Logs encrypts and reads the log groups of this account and region. The named
# services use the key by themselves, each for this account only.
data "aws_iam_policy_document" "policy" {
  statement {
    sid       = "AccountDecidesByIam"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type = "AWS"
      identifiers = [
        "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root",
      ]
    }
  }

  dynamic "statement" {
    for_each = var.cloudwatch_logs ? [1] : []

    content {
      sid       = "CloudwatchLogs"
      actions   = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
      resources = ["*"]

      principals {
        type        = "Service"
        identifiers = ["logs.${local.current_region}.amazonaws.com"]
      }

      condition {
        test     = "ArnLike"
        variable = "kms:EncryptionContext:aws:logs:arn"
        values = [
          "arn:${data.aws_partition.current.partition}:logs:${local.current_region}:${data.aws_caller_identity.current.account_id}:log-group:*",
        ]
      }
    }
  }

  dynamic "statement" {
    for_each = var.service_principals

    content {
      sid       = statement.key
      actions   = statement.value.actions
      resources = ["*"]

      principals {
        type        = "Service"
        identifiers = [statement.value.service]
      }

      condition {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [data.aws_caller_identity.current.account_id]
      }

      dynamic "condition" {
        for_each = length(statement.value.source_arns) > 0 ? [1] : []

        content {
          test     = "ArnLike"
          variable = "aws:SourceArn"
          values   = statement.value.source_arns
        }
      }
    }
  }
}

resource "aws_kms_key" "this" {
  description             = var.description
  deletion_window_in_days = var.deletion_window_days
  enable_key_rotation     = true
  policy                  = data.aws_iam_policy_document.policy.json
  tags                    = var.tags
}

resource "aws_kms_alias" "alias" {
  name          = "alias/${var.name}"
  target_key_id = aws_kms_key.this.key_id
}
