# Generated from index.ts by `npm run modules`: change that file instead.

output "bucket_name" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.states.id
}

output "kms_key_arn" {
  description = "ARN of the key that encrypts the states."
  value       = aws_kms_key.key.arn
}
