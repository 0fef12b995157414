output "backends" {
  description = "Settings of the s3 backend by environment; each root adds a `key` of its own."
  value = {
    for environment, states in module.state_bucket : environment => {
      bucket       = states.bucket_name
      region       = var.region
      kms_key_id   = states.kms_key_arn
      encrypt      = true
      use_lockfile = true
    }
  }
}

output "policy_arns" {
  description = "ARNs of the policies for pipelines, by environment."
  value       = { for environment, policy in aws_iam_policy.work : environment => policy.arn }
}
