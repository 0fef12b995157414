output "cluster_arn" {
  description = "ARN of the cluster, for a stream: it is known once Firehose may connect."
  value       = module.kafka_policy.cluster_arn
}
