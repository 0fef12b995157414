output "session" {
  description = "The command that opens a session."
  value       = "aws ssm start-session --region ${var.region} --target ${module.bastion.instance_id}"
}
