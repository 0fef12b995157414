# Generated from index.ts by `npm run modules`: change that file instead.

data "aws_caller_identity" "current" {}

# Only the service assumes the role, under conditions that keep others from making it act with these permissions.
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = [var.service]
    }

    dynamic "condition" {
      for_each = var.account_as_external_id ? [1] : []

      content {
        test     = "StringEquals"
        variable = "sts:ExternalId"
        values   = [data.aws_caller_identity.current.account_id]
      }
    }

    dynamic "condition" {
      for_each = var.source_account ? [1] : []

      content {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [data.aws_caller_identity.current.account_id]
      }
    }

    dynamic "condition" {
      for_each = length(var.source_arns) > 0 ? [1] : []

      content {
        test     = "ArnLike"
        variable = "aws:SourceArn"
        values   = var.source_arns
      }
    }
  }
}

resource "aws_iam_role" "this" {
  name                 = var.name
  description          = var.description
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  permissions_boundary = var.permissions_boundary_arn
  tags                 = var.tags
}

resource "aws_iam_role_policy_attachment" "given" {
  for_each = var.policy_arns

  policy_arn = each.value
  role       = aws_iam_role.this.name
}

resource "aws_iam_policy" "own" {
  for_each = var.policies

  name   = "${var.name}-${each.key}"
  policy = each.value
  tags   = var.tags
}

resource "aws_iam_role_policy_attachment" "own_attached" {
  for_each = var.policies

  policy_arn = aws_iam_policy.own[each.key].arn
  role       = aws_iam_role.this.name
}
