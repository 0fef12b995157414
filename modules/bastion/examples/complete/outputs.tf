output "session" {
  description = "The command that opens a session."
  value       = "aws ssm start-session --region ${var.region} --target ${module.bastion.instance_id}"
}

output "bootstrap_brokers" {
  description = "What Kafka's tools connect to from there."
  value       = module.cluster.bootstrap_brokers
}
