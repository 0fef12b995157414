output "log_group_name" {
  description = "Name of the log group, for the application's log driver."
  value       = module.log_group.name
}
