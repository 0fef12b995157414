# Generated from index.ts by `npm run modules`: change that file instead.

locals {
  current_region = lookup(data.aws_region.current, "region", lookup(data.aws_region.current, "name", null))
}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

# The scheduler invokes the function, and keeps what it could not deliver in the encrypted dead-letter queue.
data "aws_iam_policy_document" "invoke" {
  statement {
    sid       = "Invoke"
    actions   = ["lambda:InvokeFunction"]
    resources = [var.function_arn]
  }

  statement {
    sid       = "DeadLetter"
    actions   = ["sqs:SendMessage"]
    resources = [var.dead_letter_arn]
  }
}

# Only the service assumes the role, under conditions that keep others from making it act with these permissions.
data "aws_iam_policy_document" "role_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values = [
        "arn:${data.aws_partition.current.partition}:scheduler:${local.current_region}:${data.aws_caller_identity.current.account_id}:schedule-group/default",
      ]
    }
  }
}

resource "aws_iam_role" "role" {
  name                 = var.name
  description          = "Lets the schedule ${var.name} invoke its function."
  assume_role_policy   = data.aws_iam_policy_document.role_trust.json
  permissions_boundary = var.permissions_boundary_arn
  tags                 = var.tags
}

resource "aws_iam_policy" "role_invoke" {
  name   = "${var.name}-invoke"
  policy = data.aws_iam_policy_document.invoke.json
  tags   = var.tags
}

resource "aws_iam_role_policy_attachment" "role_invoke_attached" {
  policy_arn = aws_iam_policy.role_invoke.arn
  role       = aws_iam_role.role.name
}

resource "aws_scheduler_schedule" "this" {
  name                         = var.name
  description                  = var.description
  group_name                   = "default"
  schedule_expression          = var.expression
  schedule_expression_timezone = "UTC"
  state                        = var.enabled ? "ENABLED" : "DISABLED"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = var.function_arn
    input    = var.input
    role_arn = aws_iam_role.role.arn

    dead_letter_config {
      arn = var.dead_letter_arn
    }

    retry_policy {
      maximum_event_age_in_seconds = var.maximum_event_age_seconds
      maximum_retry_attempts       = var.retries
    }
  }

  depends_on = [aws_iam_role_policy_attachment.role_invoke_attached]
}
