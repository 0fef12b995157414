# Generated from index.ts by `npm run modules`: change that file instead.

output "alarm_arns" {
  description = "ARNs of the alarms, by name."
  value       = merge({ for key, instance in aws_cloudwatch_metric_alarm.metric : key => instance.arn }, { for key, instance in aws_cloudwatch_metric_alarm.math : key => instance.arn })
}

output "composite_arn" {
  description = "ARN of the composite alarm."
  value       = aws_cloudwatch_composite_alarm.composite.arn
}
