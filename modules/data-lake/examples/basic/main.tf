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

module "data_lake" {
  source = "../.."

  bucket_name     = "acme-lake"
  kms_key_arn     = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  log_bucket_name = "acme-logs"
  database        = "market_data"
  table           = "aggregates"
  columns = [
    {
      name = "ticker"
      type = "string"
    },
    {
      name = "price_avg"
      type = "double"
    },
  ]
  prefix     = "aggregates/"
  start_year = 2025
  workgroup  = "market-data"
}
