# Generated from index.ts by `npm run modules`: change that file instead.

output "feature_group_name" {
  description = "Name of the feature group."
  value       = aws_sagemaker_feature_group.this.feature_group_name
}

output "feature_group_arn" {
  description = "ARN of the feature group."
  value       = aws_sagemaker_feature_group.this.arn
}

output "role_arn" {
  description = "ARN of the role that writes the offline store."
  value       = aws_iam_role.role.arn
}

output "writer_policy_arn" {
  description = "ARN of the policy for functions that put records."
  value       = aws_iam_policy.writer.arn
}

output "reader_policy_arn" {
  description = "ARN of the policy for functions that read either store."
  value       = aws_iam_policy.reader.arn
}

output "offline_database" {
  description = "Glue database of the offline store's table."
  value       = one(aws_sagemaker_feature_group.this.offline_store_config[0].data_catalog_config[*].database)
}

output "offline_table" {
  description = "Glue table over the offline store."
  value       = one(aws_sagemaker_feature_group.this.offline_store_config[0].data_catalog_config[*].table_name)
}
