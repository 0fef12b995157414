output "security_group_id" {
  description = "ID of the group."
  value       = module.security_group.security_group_id
}
