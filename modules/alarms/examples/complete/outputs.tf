output "alarm_arns" {
  description = "ARNs of the alarms, by name."
  value       = module.alarms.alarm_arns
}

output "composite_arn" {
  description = "ARN of the alarm that is in ALARM while customers cannot pay."
  value       = module.alarms.composite_arn
}
