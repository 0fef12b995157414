# Generated from index.ts by `npm run modules`: change that file instead.

output "application_arn" {
  description = "ARN of the application."
  value       = aws_kinesisanalyticsv2_application.this.arn
}

output "application_name" {
  description = "Name of the application."
  value       = aws_kinesisanalyticsv2_application.this.name
}

output "role_arn" {
  description = "ARN of the application's role."
  value       = aws_iam_role.role.arn
}

output "role_name" {
  description = "Name of the application's role, to attach further policies."
  value       = aws_iam_role.role.name
}

output "log_group_name" {
  description = "Name of the application's log group."
  value       = aws_cloudwatch_log_group.logs.name
}
