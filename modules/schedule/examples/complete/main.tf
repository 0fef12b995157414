# One function, two schedules with different events, a queue of missed invocations and an alarm on it. cleanup.zip holds
# cleanup/index.mjs.

provider "aws" {
  region = var.region
}

locals {
  schedules = {
    hourly = {
      description = "Temporary files"
      expression  = "rate(1 hour)"
      input       = { folders = ["tmp/"], days = 1 }

      # The next run does the same: one attempt is enough.
      retries                   = 0
      maximum_event_age_seconds = 60
    }
    weekly = {
      description = "Reports of last year"
      expression  = "cron(30 2 ? * SUN *)"
      input       = { folders = ["reports/", "drafts/"], days = 365 }

      # A missed run is missed for a week: Lambda may be throttled for hours.
      retries                   = 50
      maximum_event_age_seconds = 6 * 3600
    }
  }
}

module "key" {
  source = "../../../kms-key"

  name            = var.name
  description     = "Settings and logs of ${var.name}"
  cloudwatch_logs = true
}

module "function" {
  source = "../../../function"

  name                    = var.name
  description             = "Deletes what is old"
  package_file            = "${path.module}/cleanup.zip"
  timeout_seconds         = 300
  environment_kms_key_arn = module.key.key_arn
  log_retention_days      = 90
  log_kms_key_arn         = module.key.key_arn
}

module "schedule" {
  source   = "../.."
  for_each = local.schedules

  name                      = "${var.name}-${each.key}"
  description               = each.value.description
  function_arn              = module.function.function_arn
  expression                = each.value.expression
  input                     = jsonencode(each.value.input)
  enabled                   = var.enabled
  retries                   = each.value.retries
  maximum_event_age_seconds = each.value.maximum_event_age_seconds
  dead_letter_arn           = aws_sqs_queue.missed.arn
  permissions_boundary_arn  = var.permissions_boundary_arn

  tags = {
    Team = "storage"
  }
}

resource "aws_sqs_queue" "missed" {
  name                      = "${var.name}-missed"
  sqs_managed_sse_enabled   = true
  message_retention_seconds = 14 * 24 * 3600
}

resource "aws_cloudwatch_metric_alarm" "missed" {
  alarm_name          = "${var.name}-missed"
  alarm_description   = "EventBridge Scheduler could not invoke ${module.function.function_name}."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.missed.name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
}
