# Generated from index.ts by `npm run modules`: change that file instead.

output "instance_id" {
  description = "ID of the instance, for `aws ssm start-session`."
  value       = aws_instance.this.id
}
