output "policy_arns" {
  description = "ARNs of the policies, by client."
  value = {
    processor = module.processor_access.policy_arn
    producer  = module.producer_access.policy_arn
    team      = module.team_access.policy_arn
  }
}

output "producer_role_arn" {
  description = "ARN of the role that may write prices."
  value       = module.producer_role.role_arn
}
