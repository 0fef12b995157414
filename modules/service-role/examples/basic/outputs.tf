output "role_arn" {
  description = "ARN of the role."
  value       = module.service_role.role_arn
}
