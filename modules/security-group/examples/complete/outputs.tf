output "brokers_group_id" {
  description = "ID of the brokers' group."
  value       = module.brokers.security_group_id
}

output "clients_group_id" {
  description = "ID of the clients' group."
  value       = module.clients.security_group_id
}
