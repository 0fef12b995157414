# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = {
      names = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
    }
  }

  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }

  mock_data "aws_partition" {
    defaults = {
      partition = "aws"
    }
  }
}

variables {
  name            = "market-data-dev"
  log_kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000"
}

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    name                     = "market-data-prod"
    cidr                     = "10.9.0.0/20"
    az_count                 = 3
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
}

run "plans_one_nat_gateway" {
  command = plan

  variables {
    name              = "market-data-staging"
    az_count          = 3
    nat               = true
    gateway_endpoints = []
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name                     = ""
    cidr                     = "unheard-of"
    az_count                 = 4
    gateway_endpoints        = ["unheard-of"]
    interface_endpoints      = [""]
    flow_log_retention_days  = -1
    log_kms_key_arn          = "unheard-of"
    permissions_boundary_arn = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.cidr,
    var.az_count,
    var.gateway_endpoints,
    var.interface_endpoints,
    var.flow_log_retention_days,
    var.log_kms_key_arn,
    var.permissions_boundary_arn,
  ]
}
