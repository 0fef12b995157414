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

  bucket_name       = "acme-lake"
  kms_key_arn       = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  log_bucket_name   = "acme-logs"
  expire_days       = 400
  noncurrent_days   = 7
  force_destroy     = true
  database          = "market_data"
  table             = "aggregates"
  table_description = "One row a ticker and minute."
  columns = [
    {
      name    = "ticker"
      type    = "string"
      comment = "Such as AMZN"
    },
    {
      name = "history"
      type = "array<struct<price:double,volume:bigint>>"
    },
  ]
  prefix               = "aggregates/"
  start_year           = 2025
  end_year             = 2030
  workgroup            = "market-data"
  results_prefix       = "results/"
  results_expire_days  = 3
  bytes_scanned_cutoff = 100000000
  named_queries = {
    newest = <<EOT
SELECT *
FROM aggregates
ORDER BY window_end DESC
LIMIT 10
EOT
  }
  tags = {
    Team = "data"
  }
}
