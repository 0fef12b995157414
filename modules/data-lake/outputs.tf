# Generated from index.ts by `npm run modules`: change that file instead.

output "bucket_name" {
  description = "Name of the lake's bucket."
  value       = aws_s3_bucket.bucket.id
}

output "bucket_arn" {
  description = "ARN of the lake's bucket."
  value       = aws_s3_bucket.bucket.arn
}

output "kms_key_arn" {
  description = "ARN of the KMS key that encrypts the bucket."
  value       = var.kms_key_arn
}

output "database_name" {
  description = "Name of the Glue database."
  value       = aws_glue_catalog_database.database.name
}

output "table_name" {
  description = "Name of the Glue table."
  value       = aws_glue_catalog_table.table.name
}

output "workgroup_name" {
  description = "Name of the Athena workgroup."
  value       = aws_athena_workgroup.workgroup.name
}

output "query_policy_arn" {
  description = "ARN of the policy for those who query the table through the workgroup."
  value       = aws_iam_policy.query_policy.arn
}
