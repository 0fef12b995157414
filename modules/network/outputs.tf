# Generated from index.ts by `npm run modules`: change that file instead.

output "vpc_id" {
  description = "ID of the VPC."
  value       = aws_vpc.vpc.id
}

output "vpc_arn" {
  description = "ARN of the VPC."
  value       = aws_vpc.vpc.arn
}

output "vpc_cidr" {
  description = "CIDR block of the VPC."
  value       = aws_vpc.vpc.cidr_block
}

output "private_subnet_ids" {
  description = "IDs of the private subnets, in zone order."
  value       = aws_subnet.private[*].id
}

output "private_route_table_ids" {
  description = "IDs of the private subnets' route tables, in zone order."
  value       = aws_route_table.private_table[*].id
}

output "public_subnet_ids" {
  description = "IDs of the NAT gateways' public subnets, in zone order; none without NAT."
  value       = aws_subnet.nat_public[*].id
}

output "public_route_table_id" {
  description = "ID of the public subnets' route table, or null without NAT."
  value       = one(aws_route_table.nat_public_table[*].id)
}

output "endpoint_security_group_id" {
  description = "ID of the interface endpoints' security group."
  value       = aws_security_group.endpoints_group.id
}

output "s3_prefix_list_id" {
  description = "ID of the prefix list of S3, or null without its gateway endpoint."
  value       = one([for key, instance in aws_vpc_endpoint.endpoints_gateway : instance.prefix_list_id if key == "s3"])
}

output "nat_public_ips" {
  description = "Public addresses of the NAT gateways; none without NAT."
  value       = aws_eip.nat_address[*].public_ip
}
