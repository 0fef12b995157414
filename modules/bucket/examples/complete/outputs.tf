output "bucket_name" {
  description = "Name of the bucket."
  value       = module.bucket.bucket_name
}

output "log_bucket_name" {
  description = "Name of the bucket of its access logs."
  value       = module.access_logs.bucket_name
}
