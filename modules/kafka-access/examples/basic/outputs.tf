output "policy_arn" {
  description = "ARN of the policy, for the client's role."
  value       = module.kafka_access.policy_arn
}
