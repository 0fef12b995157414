output "cluster_arn" {
  description = "ARN of the cluster."
  value       = module.kafka_provisioned.cluster_arn
}

output "bootstrap_brokers" {
  description = "Brokers that clients with IAM start from."
  value       = module.kafka_provisioned.bootstrap_brokers
}
