# Generated from index.ts by `npm run modules`: change that file instead.

output "cluster_arn" {
  description = "ARN of the cluster."
  value       = aws_msk_cluster.this.arn
}

output "cluster_name" {
  description = "Name of the cluster."
  value       = aws_msk_cluster.this.cluster_name
}

output "cluster_uuid" {
  description = "UUID at the end of the cluster's ARN."
  value       = aws_msk_cluster.this.cluster_uuid
}

output "bootstrap_brokers" {
  description = "Brokers that IAM clients start from, as comma-separated host:port pairs."
  value       = data.aws_msk_bootstrap_brokers.brokers.bootstrap_brokers_sasl_iam
}
