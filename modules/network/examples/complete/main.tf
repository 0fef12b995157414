# Generated from ../../cases.ts by `npm run modules`: change that file instead.

terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 6.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

module "network" {
  source = "../.."

  name                     = "market-data-prod"
  cidr                     = "10.9.0.0/20"
  az_count                 = 3
  nat                      = true
  nat_per_zone             = true
  gateway_endpoints        = ["s3", "dynamodb"]
  interface_endpoints      = ["logs", "sts", "lambda", "sagemaker.featurestore-runtime"]
  flow_log_retention_days  = 30
  log_kms_key_arn          = "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000"
  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
  tags = {
    Team = "data"
  }
}
