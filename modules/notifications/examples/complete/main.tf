# A topic that tells people and a queue of alarms, and an alarm that uses it.

provider "aws" {
  region = var.region
}

module "key" {
  source = "../../../kms-key"

  name        = var.name
  description = "Messages of ${var.name}"

  service_principals = {
    CloudWatchAlarms = { service = "cloudwatch.amazonaws.com" }
    Topics           = { service = "sns.amazonaws.com" } # The queue's messages are under the same key.
  }
}

module "notifications" {
  source = "../.."

  name          = var.name
  kms_key_arn   = module.key.key_arn
  subscriptions = var.emails

  tags = {
    Team = "operations"
  }
}

# What a chat bot or a ticket system reads.
resource "aws_sqs_queue" "messages" {
  name              = var.name
  kms_master_key_id = module.key.key_id
}

data "aws_iam_policy_document" "messages" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.messages.arn]

    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [module.notifications.topic_arn]
    }
  }
}

resource "aws_sqs_queue_policy" "messages" {
  queue_url = aws_sqs_queue.messages.url
  policy    = data.aws_iam_policy_document.messages.json
}

resource "aws_sns_topic_subscription" "messages" {
  topic_arn = module.notifications.topic_arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.messages.arn

  depends_on = [aws_sqs_queue_policy.messages]
}

resource "aws_cloudwatch_metric_alarm" "throttled" {
  alarm_name          = "${var.name}-lambda-throttled"
  alarm_description   = "Functions of this account are throttled: they want more concurrency than it has."
  namespace           = "AWS/Lambda"
  metric_name         = "Throttles"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [module.notifications.topic_arn]
  ok_actions          = [module.notifications.topic_arn]
}
