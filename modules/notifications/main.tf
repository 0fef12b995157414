# Generated from index.ts by `npm run modules`: change that file instead.

resource "aws_sns_topic" "this" {
  name              = var.name
  kms_master_key_id = var.kms_key_arn
  tags              = var.tags
}

data "aws_caller_identity" "account" {}

data "aws_iam_policy_document" "access" {
  statement {
    sid       = "AlarmsOfThisAccount"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.this.arn]

    condition {
      test     = "StringEquals"
      values   = [data.aws_caller_identity.account.account_id]
      variable = "aws:SourceAccount"
    }

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }
  }

  statement {
    sid       = "TlsOnly"
    actions   = ["sns:Publish"]
    effect    = "Deny"
    resources = [aws_sns_topic.this.arn]

    condition {
      test     = "Bool"
      values   = ["false"]
      variable = "aws:SecureTransport"
    }

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_sns_topic_policy" "policy" {
  arn    = aws_sns_topic.this.arn
  policy = data.aws_iam_policy_document.access.json
}

resource "aws_sns_topic_subscription" "email" {
  for_each = var.subscriptions

  endpoint  = each.value
  protocol  = "email"
  topic_arn = aws_sns_topic.this.arn
}
