output "bucket_name" {
  description = "Name of the bucket."
  value       = module.bucket.bucket_name
}
