# Alarms on a queue and on the functions of the account: on one metric, on an expression over two, and one that is in ALARM while any is
# that means that customers cannot pay.

provider "aws" {
  region = var.region
}

locals {
  waiting = {
    description = "Orders wait for more than five minutes."
    namespace   = "AWS/SQS"
    metric_name = "ApproximateAgeOfOldestMessage"
    dimensions  = { QueueName = aws_sqs_queue.orders.name }
    statistic   = "Maximum"
    period      = 60
    threshold   = 300

    # Three bad minutes out of five: one slow order wakes nobody.
    evaluation_periods  = 5
    datapoints_to_alarm = 3
    treat_missing_data  = "notBreaching"
  }

  silent = {
    description        = "No order came for an hour: the shop, or what sends to the queue, is down."
    namespace          = "AWS/SQS"
    metric_name        = "NumberOfMessagesSent"
    dimensions         = { QueueName = aws_sqs_queue.orders.name }
    statistic          = "Sum"
    comparison         = "LessThanThreshold"
    threshold          = 1
    evaluation_periods = 12
    treat_missing_data = "breaching" # A queue that nobody uses reports nothing.
  }

  failing = {
    description        = "More than one invocation in twenty fails."
    expression         = "100 * errors / IF(invocations > 0, invocations, 1)"
    comparison         = "GreaterThanOrEqualToThreshold"
    threshold          = 5
    evaluation_periods = 3
    treat_missing_data = "notBreaching"

    metrics = [for id, metric in { errors = "Errors", invocations = "Invocations" } : {
      id        = id
      namespace = "AWS/Lambda"
      metric    = metric
      statistic = "Sum"
      period    = 60
    }]
  }
}

resource "aws_sqs_queue" "orders" {
  name                    = var.name
  sqs_managed_sse_enabled = true
}

module "key" {
  source = "../../../kms-key"

  name               = "${var.name}-alarms"
  description        = "Alarms of ${var.name}"
  service_principals = { CloudWatchAlarms = { service = "cloudwatch.amazonaws.com" } }
}

module "notifications" {
  source = "../../../notifications"

  name          = "${var.name}-alarms"
  kms_key_arn   = module.key.key_arn
  subscriptions = var.emails
}

module "alarms" {
  source = "../.."

  name      = var.name
  topic_arn = module.notifications.topic_arn

  alarms = {
    for name, alarm in { waiting = local.waiting, silent = local.silent } :
    name => merge(alarm, { runbook_url = "${var.runbooks}#${name}" })
  }

  math_alarms = {
    failing = merge(local.failing, { runbook_url = "${var.runbooks}#failing" })
  }

  # Silence at night is no outage, so it is not among the members.
  composite_name        = "cannot-pay"
  composite_description = "Customers cannot pay. Check which other alarms are firing."
  composite_runbook_url = "${var.runbooks}#cannot-pay"
  composite_members     = ["waiting", "failing"]

  tags = {
    Team = "checkout"
  }
}
