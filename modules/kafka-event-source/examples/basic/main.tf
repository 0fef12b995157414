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

module "kafka_event_source" {
  source = "../.."

  name                   = "market-data-dev-features"
  function_name          = "market-data-dev-features"
  role_name              = "market-data-dev-features"
  cluster_arn            = "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-dev/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1"
  topic                  = "aggregates"
  consumer_group_id      = "market-data-dev-features"
  on_failure_bucket_arn  = "arn:aws:s3:::acme-failures"
  on_failure_kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}
