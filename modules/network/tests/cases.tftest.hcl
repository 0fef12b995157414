# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = {
      names    = ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"]
      zone_ids = ["use1-az3", "use1-az1", "use1-az2", "use1-az4"]
    }
  }

  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "123456789012"
    }
  }

  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }

  mock_data "aws_partition" {
    defaults = {
      partition          = "aws"
      dns_suffix         = "amazonaws.com"
      reverse_dns_prefix = "com.amazonaws"
    }
  }

  mock_data "aws_region" {
    defaults = {
      name   = "us-east-1"
      region = "us-east-1"
    }
  }

  mock_data "aws_vpc_endpoint_service" {
    defaults = {
      availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"]
    }
  }

  mock_resource "aws_cloudwatch_log_group" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_cloudwatch_log_group/up"
    }
  }

  mock_resource "aws_default_security_group" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_default_security_group/up"
    }
  }

  mock_resource "aws_eip" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_eip/up"
    }
  }

  mock_resource "aws_flow_log" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_flow_log/up"
    }
  }

  mock_resource "aws_iam_policy" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_iam_policy/up"
    }
  }

  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_iam_role/up"
    }
  }

  mock_resource "aws_internet_gateway" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_internet_gateway/up"
    }
  }

  mock_resource "aws_route_table" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_route_table/up"
    }
  }

  mock_resource "aws_security_group" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_security_group/up"
    }
  }

  mock_resource "aws_subnet" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_subnet/up"
    }
  }

  mock_resource "aws_vpc" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_vpc/up"
    }
  }

  mock_resource "aws_vpc_endpoint" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_vpc_endpoint/up"
    }
  }

  mock_resource "aws_vpc_security_group_ingress_rule" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_vpc_security_group_ingress_rule/up"
    }
  }
}

variables {
  name            = "market-data-dev"
  log_kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000"
}

run "plans_minimal" {
  command = plan

  assert {
    condition     = aws_vpc.vpc.cidr_block == "10.0.0.0/16"
    error_message = "aws_vpc.vpc is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_subnet.private) == 2
    error_message = "aws_subnet.private is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route_table.private_table) == 2
    error_message = "aws_route_table.private_table is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route_table_association.private_route) == 2
    error_message = "aws_route_table_association.private_route is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_subnet.nat_public) == 0
    error_message = "aws_subnet.nat_public is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_internet_gateway.nat_internet) == 0
    error_message = "aws_internet_gateway.nat_internet is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route_table.nat_public_table) == 0
    error_message = "aws_route_table.nat_public_table is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route.nat_internet_route) == 0
    error_message = "aws_route.nat_internet_route is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route_table_association.nat_public_route) == 0
    error_message = "aws_route_table_association.nat_public_route is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_eip.nat_address) == 0
    error_message = "aws_eip.nat_address is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_nat_gateway.nat_gateway) == 0
    error_message = "aws_nat_gateway.nat_gateway is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route.nat_private_default) == 0
    error_message = "aws_route.nat_private_default is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_vpc_endpoint.endpoints_gateway)) == "s3"
    error_message = "aws_vpc_endpoint.endpoints_gateway is not what these inputs ask for."
  }

  assert {
    condition     = aws_security_group.endpoints_group.name == "market-data-dev-endpoints"
    error_message = "aws_security_group.endpoints_group is not what these inputs ask for."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.endpoints_https.cidr_ipv4 == "10.0.0.0/16"
    error_message = "aws_vpc_security_group_ingress_rule.endpoints_https is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_vpc_endpoint.endpoints_interface)) == ""
    error_message = "aws_vpc_endpoint.endpoints_interface is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_cloudwatch_log_group.flow_logs_group.kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000",
      aws_cloudwatch_log_group.flow_logs_group.name == "/aws/vpc/market-data-dev/flow-logs",
      aws_cloudwatch_log_group.flow_logs_group.retention_in_days == 365,
    ])
    error_message = "aws_cloudwatch_log_group.flow_logs_group is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_iam_role.flow_logs_role.description == "Delivers the flow logs of market-data-dev",
      aws_iam_role.flow_logs_role.name == "market-data-dev-flow-logs",
    ])
    error_message = "aws_iam_role.flow_logs_role is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.flow_logs_role_deliver.name == "market-data-dev-flow-logs-deliver"
    error_message = "aws_iam_policy.flow_logs_role_deliver is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    name                     = "market-data-prod"
    cidr                     = "10.9.0.0/20"
    az_count                 = 3
    zone_ids                 = ["use1-az4", "use1-az2", "use1-az1"]
    exclude_zone_ids         = ["use1-az3"]
    nat                      = true
    nat_per_zone             = true
    gateway_endpoints        = ["s3", "dynamodb"]
    interface_endpoints      = ["logs", "sts", "lambda", "sagemaker.featurestore-runtime"]
    flow_log_retention_days  = 30
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
    tags = {
      Team = "data"
    }
  }

  assert {
    condition     = aws_vpc.vpc.cidr_block == "10.9.0.0/20"
    error_message = "aws_vpc.vpc is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_subnet.private) == 3
    error_message = "aws_subnet.private is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route_table.private_table) == 3
    error_message = "aws_route_table.private_table is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route_table_association.private_route) == 3
    error_message = "aws_route_table_association.private_route is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_subnet.nat_public) == 3
    error_message = "aws_subnet.nat_public is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_internet_gateway.nat_internet) == 1
    error_message = "aws_internet_gateway.nat_internet is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route_table.nat_public_table) == 1
    error_message = "aws_route_table.nat_public_table is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route.nat_internet_route) == 1
    error_message = "aws_route.nat_internet_route is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route_table_association.nat_public_route) == 3
    error_message = "aws_route_table_association.nat_public_route is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_eip.nat_address) == 3
    error_message = "aws_eip.nat_address is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_nat_gateway.nat_gateway) == 3
    error_message = "aws_nat_gateway.nat_gateway is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route.nat_private_default) == 3
    error_message = "aws_route.nat_private_default is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_vpc_endpoint.endpoints_gateway)) == "dynamodb, s3"
    error_message = "aws_vpc_endpoint.endpoints_gateway is not what these inputs ask for."
  }

  assert {
    condition     = aws_security_group.endpoints_group.name == "market-data-prod-endpoints"
    error_message = "aws_security_group.endpoints_group is not what these inputs ask for."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.endpoints_https.cidr_ipv4 == "10.9.0.0/20"
    error_message = "aws_vpc_security_group_ingress_rule.endpoints_https is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_vpc_endpoint.endpoints_interface)) == "lambda, logs, sagemaker.featurestore-runtime, sts"
    error_message = "aws_vpc_endpoint.endpoints_interface is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_cloudwatch_log_group.flow_logs_group.kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000",
      aws_cloudwatch_log_group.flow_logs_group.name == "/aws/vpc/market-data-prod/flow-logs",
      aws_cloudwatch_log_group.flow_logs_group.retention_in_days == 30,
    ])
    error_message = "aws_cloudwatch_log_group.flow_logs_group is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_iam_role.flow_logs_role.description == "Delivers the flow logs of market-data-prod",
      aws_iam_role.flow_logs_role.name == "market-data-prod-flow-logs",
      aws_iam_role.flow_logs_role.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary",
    ])
    error_message = "aws_iam_role.flow_logs_role is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.flow_logs_role_deliver.name == "market-data-prod-flow-logs-deliver"
    error_message = "aws_iam_policy.flow_logs_role_deliver is not what these inputs ask for."
  }
}

run "plans_one_nat_gateway" {
  command = plan

  variables {
    name              = "market-data-staging"
    az_count          = 3
    nat               = true
    gateway_endpoints = []
  }

  assert {
    condition     = aws_vpc.vpc.cidr_block == "10.0.0.0/16"
    error_message = "aws_vpc.vpc is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_subnet.private) == 3
    error_message = "aws_subnet.private is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route_table.private_table) == 3
    error_message = "aws_route_table.private_table is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route_table_association.private_route) == 3
    error_message = "aws_route_table_association.private_route is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_subnet.nat_public) == 1
    error_message = "aws_subnet.nat_public is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_internet_gateway.nat_internet) == 1
    error_message = "aws_internet_gateway.nat_internet is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route_table.nat_public_table) == 1
    error_message = "aws_route_table.nat_public_table is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route.nat_internet_route) == 1
    error_message = "aws_route.nat_internet_route is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route_table_association.nat_public_route) == 1
    error_message = "aws_route_table_association.nat_public_route is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_eip.nat_address) == 1
    error_message = "aws_eip.nat_address is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_nat_gateway.nat_gateway) == 1
    error_message = "aws_nat_gateway.nat_gateway is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_route.nat_private_default) == 3
    error_message = "aws_route.nat_private_default is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_vpc_endpoint.endpoints_gateway)) == ""
    error_message = "aws_vpc_endpoint.endpoints_gateway is not what these inputs ask for."
  }

  assert {
    condition     = aws_security_group.endpoints_group.name == "market-data-staging-endpoints"
    error_message = "aws_security_group.endpoints_group is not what these inputs ask for."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.endpoints_https.cidr_ipv4 == "10.0.0.0/16"
    error_message = "aws_vpc_security_group_ingress_rule.endpoints_https is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_vpc_endpoint.endpoints_interface)) == ""
    error_message = "aws_vpc_endpoint.endpoints_interface is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_cloudwatch_log_group.flow_logs_group.kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000",
      aws_cloudwatch_log_group.flow_logs_group.name == "/aws/vpc/market-data-staging/flow-logs",
      aws_cloudwatch_log_group.flow_logs_group.retention_in_days == 365,
    ])
    error_message = "aws_cloudwatch_log_group.flow_logs_group is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_iam_role.flow_logs_role.description == "Delivers the flow logs of market-data-staging",
      aws_iam_role.flow_logs_role.name == "market-data-staging-flow-logs",
    ])
    error_message = "aws_iam_role.flow_logs_role is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.flow_logs_role_deliver.name == "market-data-staging-flow-logs-deliver"
    error_message = "aws_iam_policy.flow_logs_role_deliver is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name                     = "Not allowed!"
    cidr                     = "unheard-of"
    az_count                 = 4
    zone_ids                 = ["unheard-of", "use1-az2", "use1-az1"]
    exclude_zone_ids         = ["unheard-of"]
    gateway_endpoints        = ["unheard-of", "dynamodb"]
    interface_endpoints      = ["Not allowed!", "sts", "lambda", "sagemaker.featurestore-runtime"]
    flow_log_retention_days  = -1
    log_kms_key_arn          = "unheard-of"
    permissions_boundary_arn = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.cidr,
    var.az_count,
    var.zone_ids,
    var.exclude_zone_ids,
    var.gateway_endpoints,
    var.interface_endpoints,
    var.flow_log_retention_days,
    var.log_kms_key_arn,
    var.permissions_boundary_arn,
  ]
}

run "refuses_a_zone_twice" {
  command = plan

  variables {
    zone_ids = ["use1-az1", "use1-az1"]
  }

  expect_failures = [aws_subnet.private]
}

run "refuses_fewer_zones_than_subnets" {
  command = plan

  variables {
    az_count = 3
    zone_ids = ["use1-az1", "use1-az2"]
  }

  expect_failures = [aws_subnet.private]
}
