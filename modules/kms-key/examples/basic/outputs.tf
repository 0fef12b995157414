output "key_arn" {
  description = "ARN of the key, for whatever is encrypted with it."
  value       = module.kms_key.key_arn
}
