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

module "firehose" {
  source = "../.."

  name                     = "market-data-dev"
  cluster_arn              = "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-dev/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1"
  topic                    = "aggregates"
  bucket_arn               = "arn:aws:s3:::acme-lake"
  prefix                   = "aggregates/"
  error_prefix             = "failed/"
  buffer_mb                = 64
  buffer_seconds           = 300
  glue_database            = "market_data"
  glue_table               = "aggregates"
  kms_key_arn              = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  log_retention_days       = 30
  log_kms_key_arn          = "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000"
  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
  tags = {
    Team = "data"
  }
}
