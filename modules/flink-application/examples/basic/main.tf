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

module "flink_application" {
  source = "../.."

  name             = "market-data-dev"
  code_bucket_arn  = "arn:aws:s3:::acme-artifacts"
  code_key         = "flink-job/0123456789abcdef.jar"
  code_kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  property_groups = {
    kafka = {
      "input.topic"  = "prices"
      "output.topic" = "aggregates"
    }
  }
  subnet_ids         = ["subnet-0aaa1111bbb2222cc", "subnet-0ddd3333eee4444ff"]
  security_group_ids = ["sg-0aaa1111bbb2222cc"]
  log_retention_days = 30
  log_kms_key_arn    = "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000"
}
