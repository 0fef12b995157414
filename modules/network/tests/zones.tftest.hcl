# Where the subnets and the endpoints are: in no zone that is left out, and only where the service is.

mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = {
      names    = ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"]
      zone_ids = ["use1-az3", "use1-az4", "use1-az2", "use1-az1"]
    }
  }

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{}" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws", reverse_dns_prefix = "com.amazonaws" }
  }

  mock_data "aws_region" {
    defaults = { name = "us-east-1", region = "us-east-1" }
  }

  mock_data "aws_vpc_endpoint_service" {
    defaults = { availability_zones = ["us-east-1c", "us-east-1d"] }
  }

  # ARNs that the provider checks where they are used.
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:us-east-1:123456789012:log-group:made-up" }
  }

  mock_resource "aws_iam_policy" {
    defaults = { arn = "arn:aws:iam::123456789012:policy/made-up" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/made-up" }
  }
}

variables {
  name            = "market-data-dev"
  log_kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/66666666-7777-8888-9999-000000000000"
}

run "leaves_out_the_zone_that_msk_refuses" {
  command = plan

  variables {
    az_count     = 3
    nat          = true
    nat_per_zone = true
  }

  assert {
    condition     = aws_subnet.private[*].availability_zone == ["us-east-1d", "us-east-1c", "us-east-1b"]
    error_message = "Private subnets are not in the first zones by ID: ${jsonencode(aws_subnet.private[*].availability_zone)}"
  }

  assert {
    condition     = aws_subnet.nat_public[*].availability_zone == aws_subnet.private[*].availability_zone
    error_message = "Public subnets are not in the zones of the private ones: ${jsonencode(aws_subnet.nat_public[*].availability_zone)}"
  }
}

run "takes_the_zones_that_are_named_in_their_order" {
  command = plan

  variables {
    zone_ids = ["use1-az4", "use1-az1"]
  }

  assert {
    condition     = aws_subnet.private[*].availability_zone == ["us-east-1b", "us-east-1d"]
    error_message = "Private subnets are not in the named zones: ${jsonencode(aws_subnet.private[*].availability_zone)}"
  }
}

run "takes_a_zone_that_is_left_out_where_it_is_named" {
  command = plan

  variables {
    zone_ids = ["use1-az3", "use1-az1"]
  }

  assert {
    condition     = aws_subnet.private[*].availability_zone == ["us-east-1a", "us-east-1d"]
    error_message = "Private subnets are not in the named zones: ${jsonencode(aws_subnet.private[*].availability_zone)}"
  }
}

run "refuses_a_zone_that_the_region_does_not_have" {
  command = plan

  variables {
    zone_ids = ["use1-az1", "usw2-az1"]
  }

  expect_failures = [aws_subnet.private]
}

run "refuses_more_subnets_than_zones_that_are_left" {
  command = plan

  variables {
    az_count         = 3
    exclude_zone_ids = ["use1-az1", "use1-az2"]
  }

  expect_failures = [aws_subnet.private]
}

run "has_an_endpoint_in_the_subnets_whose_zones_have_the_service" {
  variables {
    az_count            = 3
    interface_endpoints = ["logs"]
  }

  assert {
    condition     = aws_vpc_endpoint.endpoints_interface["logs"].subnet_ids == toset([aws_subnet.private[0].id, aws_subnet.private[1].id])
    error_message = "The endpoint is not in the subnets of us-east-1d and us-east-1c alone."
  }

  assert {
    condition     = data.aws_vpc_endpoint_service.endpoints_service["logs"].service_name == "com.amazonaws.us-east-1.logs"
    error_message = "Not the service's name: ${data.aws_vpc_endpoint_service.endpoints_service["logs"].service_name}"
  }
}

run "does_not_move_a_subnet" {
  command = plan

  variables {
    az_count = 2
    zone_ids = ["use1-az4", "use1-az1"]
  }

  expect_failures = [aws_subnet.private]
}

run "refuses_an_endpoint_that_no_subnet_can_have" {
  command = plan

  override_data {
    target = data.aws_vpc_endpoint_service.endpoints_service
    values = { availability_zones = ["us-east-1a"] }
  }

  variables {
    az_count            = 3
    interface_endpoints = ["logs"]
  }

  expect_failures = [aws_vpc_endpoint.endpoints_interface]
}

run "names_a_service_as_the_regions_of_china_have_it" {
  command = plan

  override_data {
    target = data.aws_region.current
    values = { name = "cn-north-1", region = "cn-north-1" }
  }

  override_data {
    target = data.aws_partition.current
    values = { partition = "aws-cn", reverse_dns_prefix = "cn.com.amazonaws" }
  }

  variables {
    az_count            = 3
    interface_endpoints = ["athena", "logs", "monitoring", "sagemaker.featurestore-runtime", "ssm"]
  }

  assert {
    condition = [for each in data.aws_vpc_endpoint_service.endpoints_service : each.service_name] == [
      "cn.com.amazonaws.cn-north-1.athena",
      "com.amazonaws.cn-north-1.logs",
      "cn.com.amazonaws.cn-north-1.monitoring",
      "cn.com.amazonaws.cn-north-1.sagemaker.featurestore-runtime",
      "com.amazonaws.cn-north-1.ssm",
    ]
    error_message = "Not the services' names: ${jsonencode([for each in data.aws_vpc_endpoint_service.endpoints_service : each.service_name])}"
  }

  assert {
    condition     = aws_vpc_endpoint.endpoints_gateway["s3"].service_name == "com.amazonaws.cn-north-1.s3"
    error_message = "Not the gateway's name: ${aws_vpc_endpoint.endpoints_gateway["s3"].service_name}"
  }
}

run "names_a_service_as_europes_sovereign_cloud_has_it" {
  command = plan

  override_data {
    target = data.aws_region.current
    values = { name = "eusc-de-east-1", region = "eusc-de-east-1" }
  }

  override_data {
    target = data.aws_partition.current
    values = { partition = "aws-eusc", reverse_dns_prefix = "eu.amazonaws" }
  }

  variables {
    az_count            = 3
    interface_endpoints = ["athena", "ecr.api"]
  }

  assert {
    condition = [for each in data.aws_vpc_endpoint_service.endpoints_service : each.service_name] == [
      "com.amazonaws.eusc-de-east-1.athena",
      "eu.amazonaws.eusc-de-east-1.ecr.api",
    ]
    error_message = "Not the services' names: ${jsonencode([for each in data.aws_vpc_endpoint_service.endpoints_service : each.service_name])}"
  }
}
