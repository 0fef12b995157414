# Generated from index.ts by `npm run modules`: change that file instead.

output "function_arn" {
  description = "ARN of the function."
  value       = aws_lambda_function.this.arn
}

output "function_name" {
  description = "Name of the function."
  value       = aws_lambda_function.this.function_name
}

output "role_arn" {
  description = "ARN of the function's role."
  value       = aws_iam_role.role.arn
}

output "role_name" {
  description = "Name of the function's role, to attach further policies."
  value       = aws_iam_role.role.name
}

output "log_group_name" {
  description = "Name of the function's log group."
  value       = aws_cloudwatch_log_group.logs.name
}
