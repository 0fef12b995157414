# Generated from index.ts by `npm run modules`: change that file instead.

output "vpc_id" {
  description = "ID of the VPC."
  value       = aws_vpc.vpc.id
}

output "vpc_cidr" {
  description = "CIDR block of the VPC."
  value       = aws_vpc.vpc.cidr_block
}

output "private_subnet_ids" {
  description = "IDs of the private subnets, in zone order."
  value       = aws_subnet.private[*].id
}

output "endpoint_security_group_id" {
  description = "ID of the interface endpoints' security group."
  value       = aws_security_group.endpoints_group.id
}

output "s3_prefix_list_id" {
  description = "ID of the prefix list of S3, or null without its gateway endpoint."
  value       = try(aws_vpc_endpoint.endpoints_gateway["s3"].prefix_list_id, null)
}

output "nat_public_ips" {
  description = "Public addresses of the NAT gateways; none without NAT."
  value       = aws_eip.nat_address[*].public_ip
}
