# A key that services use by themselves, and what it encrypts: a log group, a topic that alarms are sent to, and a queue that
# EventBridge tells of AWS's own incidents.

provider "aws" {
  region = var.region
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  # What stands in an ARN between the service and the resource.
  place = "${var.region}:${data.aws_caller_identity.current.account_id}"
}

module "kms_key" {
  source = "../.."

  name                 = var.name
  description          = "Logs, notifications and queues of operations"
  cloudwatch_logs      = true
  deletion_window_days = 14 # Long enough to notice that something could not be decrypted.

  service_principals = {
    CloudWatchAlarms = {
      service     = "cloudwatch.amazonaws.com"
      source_arns = ["arn:${data.aws_partition.current.partition}:cloudwatch:${local.place}:alarm:${var.name}-*"]
    }

    EventBridge = {
      service     = "events.amazonaws.com"
      actions     = ["kms:Decrypt", "kms:GenerateDataKey"]
      source_arns = ["arn:${data.aws_partition.current.partition}:events:${local.place}:rule/${var.name}-*"]
    }
  }

  tags = {
    Team = "operations"
  }
}

module "logs" {
  source = "../../../log-group"

  name           = "/${var.name}/audit"
  retention_days = 365
  kms_key_arn    = module.kms_key.key_arn
}

module "notifications" {
  source = "../../../notifications"

  name        = var.name
  kms_key_arn = module.kms_key.key_arn
}

resource "aws_sqs_queue" "incidents" {
  name              = "${var.name}-incidents"
  kms_master_key_id = module.kms_key.key_id
}

resource "aws_cloudwatch_event_rule" "incidents" {
  name          = "${var.name}-incidents"
  description   = "Incidents of AWS itself that touch this account"
  event_pattern = jsonencode({ source = ["aws.health"] })
}

resource "aws_cloudwatch_event_target" "incidents" {
  rule = aws_cloudwatch_event_rule.incidents.name
  arn  = aws_sqs_queue.incidents.arn
}

data "aws_iam_policy_document" "incidents" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.incidents.arn]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_cloudwatch_event_rule.incidents.arn]
    }
  }
}

resource "aws_sqs_queue_policy" "incidents" {
  queue_url = aws_sqs_queue.incidents.url
  policy    = data.aws_iam_policy_document.incidents.json
}
