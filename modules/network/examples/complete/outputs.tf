output "vpc_id" {
  description = "ID of the VPC."
  value       = module.network.vpc_id
}

output "private_subnet_ids" {
  description = "IDs of the private subnets, in zone order."
  value       = module.network.private_subnet_ids
}

output "nat_public_ips" {
  description = "Addresses that the internet sees, for others' allow lists."
  value       = module.network.nat_public_ips
}

output "https_group_id" {
  description = "ID of the security group for what runs in the subnets."
  value       = module.https.security_group_id
}
