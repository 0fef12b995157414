output "backend" {
  description = "Settings of the s3 backend; each root adds a `key` of its own."
  value = {
    bucket       = module.state_bucket.bucket_name
    region       = var.region
    kms_key_id   = module.state_bucket.kms_key_arn
    encrypt      = true
    use_lockfile = true
  }
}
