output "log_group_names" {
  description = "Names of the log groups, by kind."
  value       = { for kind, group in module.log_group : kind => group.name }
}

output "write_policy_arn" {
  description = "ARN of the policy for whatever writes to them."
  value       = aws_iam_policy.write.arn
}
