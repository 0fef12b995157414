output "log_group_name" {
  description = "Name of the log group in which the function says what came."
  value       = module.function.log_group_name
}
