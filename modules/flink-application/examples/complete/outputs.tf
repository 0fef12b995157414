output "application_name" {
  description = "Name of the application."
  value       = module.flink_application.application_name
}

output "application_arn" {
  description = "ARN of the application."
  value       = module.flink_application.application_arn
}

output "log_group_name" {
  description = "Name of its log group."
  value       = module.flink_application.log_group_name
}
