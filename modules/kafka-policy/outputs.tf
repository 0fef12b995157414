# Generated from index.ts by `npm run modules`: change that file instead.

output "cluster_arn" {
  description = "ARN of the cluster, once the policy is attached."
  value       = aws_msk_cluster_policy.this.cluster_arn
}
