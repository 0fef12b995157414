# Generated from index.ts by `npm run modules`: change that file instead.

output "bucket_name" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.id
}

output "bucket_arn" {
  description = "ARN of the bucket."
  value       = aws_s3_bucket.this.arn
}

output "bucket_regional_domain_name" {
  description = "Domain name of the bucket in its region."
  value       = aws_s3_bucket.this.bucket_regional_domain_name
}
