# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
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

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    expire_days       = 400
    noncurrent_days   = 7
    force_destroy     = true
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
    end_year             = 2030
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
}

run "refuses_wrong_values" {
  command = plan

  variables {
    bucket_name          = ""
    kms_key_arn          = "unheard-of"
    expire_days          = 3651
    noncurrent_days      = 3651
    database             = "unheard-of"
    table                = "unheard-of"
    columns              = []
    prefix               = "unheard-of"
    start_year           = 2201
    end_year             = 2201
    workgroup            = ""
    results_prefix       = "unheard-of"
    results_expire_days  = 3651
    bytes_scanned_cutoff = 1
    named_queries = {
      "" = "value"
    }
  }

  expect_failures = [
    var.bucket_name,
    var.kms_key_arn,
    var.expire_days,
    var.noncurrent_days,
    var.database,
    var.table,
    var.columns,
    var.prefix,
    var.start_year,
    var.end_year,
    var.workgroup,
    var.results_prefix,
    var.results_expire_days,
    var.bytes_scanned_cutoff,
    var.named_queries,
  ]
}
