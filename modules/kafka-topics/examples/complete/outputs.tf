output "cluster_arn" {
  description = "ARN of the cluster."
  value       = module.cluster.cluster_arn
}

output "bootstrap_brokers" {
  description = "Brokers that clients with IAM start from."
  value       = module.cluster.bootstrap_brokers
}

output "topic_names" {
  description = "Names of the topics, once they exist."
  value       = module.kafka_topics.topic_names
}
