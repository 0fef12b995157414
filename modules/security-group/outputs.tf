# Generated from index.ts by `npm run modules`: change that file instead.

output "security_group_id" {
  description = "ID of the security group."
  value       = aws_security_group.this.id
}
