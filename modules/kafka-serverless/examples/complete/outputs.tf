output "cluster_arn" {
  description = "ARN of the cluster."
  value       = module.kafka_serverless.cluster_arn
}

output "bootstrap_brokers" {
  description = "Brokers that clients with IAM start from."
  value       = module.kafka_serverless.bootstrap_brokers
}

output "clients_group_id" {
  description = "ID of the security group for clients."
  value       = module.clients_group.security_group_id
}

output "policy_arns" {
  description = "ARNs of the policies for clients, by what they do."
  value = {
    producer = module.producer_access.policy_arn
    consumer = module.consumer_access.policy_arn
  }
}
