output "feature_group_name" {
  description = "Name of the feature group."
  value       = module.feature_store.feature_group_name
}

output "writer_policy_arn" {
  description = "ARN of the policy for what puts records."
  value       = module.feature_store.writer_policy_arn
}
