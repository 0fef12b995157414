output "bucket_name" {
  description = "Name of the bucket; files go to trades/year=2025/month=01/day=31/ and the like."
  value       = module.data_lake.bucket_name
}

output "workgroup_name" {
  description = "Name of the Athena workgroup."
  value       = module.data_lake.workgroup_name
}
