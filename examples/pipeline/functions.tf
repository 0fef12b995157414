locals {
  # The environment of every function, by function: its name in logs and metrics, and the namespace of its metrics.
  function_settings = {
    for name in keys(local.functions) : name => {
      POWERTOOLS_SERVICE_NAME      = name
      POWERTOOLS_METRICS_NAMESPACE = var.name
      POWERTOOLS_LOG_LEVEL         = "INFO"
    }
  }

  scheduled_functions = toset(concat(["producer", "check-feature-store"], var.consumer_schedule == null ? [] : ["consumer"]))
}

# Invocations that EventBridge Scheduler could not make.
resource "aws_sqs_queue" "missed" {
  for_each = local.scheduled_functions

  name                      = "${var.name}-${each.key}-missed"
  sqs_managed_sse_enabled   = true
  message_retention_seconds = 14 * 24 * 3600
}

data "aws_iam_policy_document" "missed" {
  for_each = local.scheduled_functions

  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = [aws_sqs_queue.missed[each.key].arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sqs_queue_policy" "missed" {
  for_each = local.scheduled_functions

  queue_url = aws_sqs_queue.missed[each.key].url
  policy    = data.aws_iam_policy_document.missed[each.key].json
}
