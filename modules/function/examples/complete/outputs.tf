output "function_name" {
  description = "Name of the function, for `aws lambda invoke`."
  value       = module.function.function_name
}

output "function_arn" {
  description = "ARN of the function, for what invokes it."
  value       = module.function.function_arn
}

output "role_name" {
  description = "Name of its role, for further policies."
  value       = module.function.role_name
}

output "log_group_name" {
  description = "Name of its log group."
  value       = module.function.log_group_name
}
