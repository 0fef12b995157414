# A dashboard of two queues and their alarms: text on top, alarms, then three graphs a row from a list.

provider "aws" {
  region = var.region
}

locals {
  queues = toset(["orders", "payments"])

  graphs = [
    { title = "Waiting", metric = "ApproximateNumberOfMessagesVisible", stat = "Maximum" },
    { title = "Age of the oldest (s)", metric = "ApproximateAgeOfOldestMessage", stat = "Maximum" },
    { title = "Sent", metric = "NumberOfMessagesSent", stat = "Sum" },
    { title = "Deleted", metric = "NumberOfMessagesDeleted", stat = "Sum" },
  ]

  text = {
    type       = "text"
    x          = 0
    y          = 0
    width      = 24
    height     = 2
    properties = { markdown = "Messages that wait longer than **five minutes** ring an alarm." }
  }

  alarms = {
    type       = "alarm"
    x          = 0
    y          = 2
    width      = 24
    height     = 3
    properties = { title = "Alarms", alarms = [for alarm in aws_cloudwatch_metric_alarm.old : alarm.arn] }
  }
}

resource "aws_sqs_queue" "this" {
  for_each = local.queues

  name                    = "${var.name}-${each.key}"
  sqs_managed_sse_enabled = true
}

resource "aws_cloudwatch_metric_alarm" "old" {
  for_each = local.queues

  alarm_name          = "${var.name}-${each.key}-old"
  alarm_description   = "Messages of ${each.key} wait for more than five minutes."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  dimensions          = { QueueName = aws_sqs_queue.this[each.key].name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 300
  treat_missing_data  = "notBreaching"
}

module "dashboard" {
  source = "../.."

  name = var.name
  body = jsonencode({
    start          = "-PT6H"
    periodOverride = "inherit" # Each graph keeps its own period, however far one looks back.
    widgets = concat([local.text, local.alarms], [for index, graph in local.graphs : {
      type   = "metric"
      x      = index % 3 * 8
      y      = 5 + floor(index / 3) * 6
      width  = 8
      height = 6
      properties = {
        title   = graph.title
        region  = var.region
        view    = "timeSeries"
        stat    = graph.stat
        period  = 60
        metrics = [for queue in aws_sqs_queue.this : ["AWS/SQS", graph.metric, "QueueName", queue.name]]
      }
    }])
  })
}
