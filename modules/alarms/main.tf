# Generated from index.ts by `npm run modules`: change that file instead.

resource "aws_cloudwatch_metric_alarm" "metric" {
  for_each = var.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_actions       = [var.topic_arn]
  alarm_description   = "${each.value.description} Runbook: ${each.value.runbook_url}"
  comparison_operator = each.value.comparison
  datapoints_to_alarm = each.value.datapoints_to_alarm
  dimensions          = each.value.dimensions
  evaluation_periods  = each.value.evaluation_periods
  metric_name         = each.value.metric_name
  namespace           = each.value.namespace
  ok_actions          = [var.topic_arn]
  period              = each.value.period
  statistic           = each.value.statistic
  threshold           = each.value.threshold
  treat_missing_data  = each.value.treat_missing_data
  tags                = var.tags

  lifecycle {
    precondition {
      condition     = each.value.datapoints_to_alarm != null ? (each.value.datapoints_to_alarm <= each.value.evaluation_periods) : true
      error_message = "alarms.${each.key}.datapoints_to_alarm must be at most its evaluation_periods."
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "math" {
  for_each = var.math_alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_actions       = [var.topic_arn]
  alarm_description   = "${each.value.description} Runbook: ${each.value.runbook_url}"
  comparison_operator = each.value.comparison
  datapoints_to_alarm = each.value.datapoints_to_alarm
  evaluation_periods  = each.value.evaluation_periods
  ok_actions          = [var.topic_arn]
  threshold           = each.value.threshold
  treat_missing_data  = each.value.treat_missing_data
  tags                = var.tags

  metric_query {
    id          = "alarm"
    expression  = each.value.expression
    label       = each.key
    return_data = true
  }

  dynamic "metric_query" {
    for_each = each.value.metrics

    content {
      id          = metric_query.value.id
      return_data = false

      metric {
        dimensions  = metric_query.value.dimensions
        metric_name = metric_query.value.metric
        namespace   = metric_query.value.namespace
        period      = metric_query.value.period
        stat        = metric_query.value.statistic
      }
    }
  }

  lifecycle {
    precondition {
      condition     = each.value.datapoints_to_alarm != null ? (each.value.datapoints_to_alarm <= each.value.evaluation_periods) : true
      error_message = "math_alarms.${each.key}.datapoints_to_alarm must be at most its evaluation_periods."
    }
  }
}

resource "aws_cloudwatch_composite_alarm" "composite" {
  alarm_name        = "${var.name}-${var.composite_name}"
  alarm_actions     = [var.topic_arn]
  alarm_description = "${var.composite_description} Runbook: ${var.composite_runbook_url}"
  alarm_rule        = join(" OR ", formatlist("ALARM(%q)", formatlist("%s-%s", var.name, var.composite_members)))
  ok_actions        = [var.topic_arn]
  tags              = var.tags

  lifecycle {
    precondition {
      condition     = length(setsubtract(var.composite_members, concat(keys(var.alarms), keys(var.math_alarms)))) == 0
      error_message = "Each element of composite_members must be a key of alarms or math_alarms."
    }
  }

  depends_on = [aws_cloudwatch_metric_alarm.metric, aws_cloudwatch_metric_alarm.math]
}
