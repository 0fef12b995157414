output "bucket_name" {
  description = "Name of the bucket."
  value       = module.data_lake.bucket_name
}

output "table" {
  description = "Database and table, for `FROM`."
  value       = "${module.data_lake.database_name}.${module.data_lake.table_name}"
}

output "workgroup_name" {
  description = "Name of the Athena workgroup."
  value       = module.data_lake.workgroup_name
}

output "analyst_role_arn" {
  description = "ARN of the analysts' role."
  value       = aws_iam_role.analyst.arn
}
