# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
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

  mock_resource "aws_athena_workgroup" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_athena_workgroup/up"
    }
  }

  mock_resource "aws_glue_catalog_database" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_glue_catalog_database/up"
    }
  }

  mock_resource "aws_glue_catalog_table" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_glue_catalog_table/up"
    }
  }

  mock_resource "aws_iam_policy" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_iam_policy/up"
    }
  }

  mock_resource "aws_s3_bucket" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_s3_bucket/up"
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

  assert {
    condition = alltrue([
      aws_s3_bucket.bucket.bucket == "acme-lake",
      aws_s3_bucket.bucket.force_destroy == false,
    ])
    error_message = "aws_s3_bucket.bucket is not what these inputs ask for."
  }

  assert {
    condition     = one(one(aws_s3_bucket_server_side_encryption_configuration.bucket_encryption.rule).apply_server_side_encryption_by_default).kms_master_key_id == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    error_message = "aws_s3_bucket_server_side_encryption_configuration.bucket_encryption is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_s3_bucket_logging.bucket_logging) == 1
    error_message = "aws_s3_bucket_logging.bucket_logging is not what these inputs ask for."
  }

  assert {
    condition     = aws_glue_catalog_database.database.name == "market_data"
    error_message = "aws_glue_catalog_database.database is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_glue_catalog_table.table.description == "",
      aws_glue_catalog_table.table.name == "aggregates",
      length(one(aws_glue_catalog_table.table.storage_descriptor).columns) == 2,
    ])
    error_message = "aws_glue_catalog_table.table is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_athena_workgroup.workgroup.description == "Queries of the lake acme-lake.",
      aws_athena_workgroup.workgroup.force_destroy == false,
      aws_athena_workgroup.workgroup.name == "market-data",
      one(aws_athena_workgroup.workgroup.configuration).bytes_scanned_cutoff_per_query == 10737418240,
      one(one(one(aws_athena_workgroup.workgroup.configuration).result_configuration).encryption_configuration).kms_key_arn == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
    ])
    error_message = "aws_athena_workgroup.workgroup is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_athena_named_query.query)) == ""
    error_message = "aws_athena_named_query.query is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.query_policy.name == "market-data-query"
    error_message = "aws_iam_policy.query_policy is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    expire_days       = 400
    noncurrent_days   = 7
    force_destroy     = true
    table_description = "One row per ticker and minute."
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

  assert {
    condition = alltrue([
      aws_s3_bucket.bucket.bucket == "acme-lake",
      aws_s3_bucket.bucket.force_destroy == true,
    ])
    error_message = "aws_s3_bucket.bucket is not what these inputs ask for."
  }

  assert {
    condition     = one(one(aws_s3_bucket_server_side_encryption_configuration.bucket_encryption.rule).apply_server_side_encryption_by_default).kms_master_key_id == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    error_message = "aws_s3_bucket_server_side_encryption_configuration.bucket_encryption is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_s3_bucket_logging.bucket_logging) == 1
    error_message = "aws_s3_bucket_logging.bucket_logging is not what these inputs ask for."
  }

  assert {
    condition     = aws_glue_catalog_database.database.name == "market_data"
    error_message = "aws_glue_catalog_database.database is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_glue_catalog_table.table.description == "One row per ticker and minute.",
      aws_glue_catalog_table.table.name == "aggregates",
      length(one(aws_glue_catalog_table.table.storage_descriptor).columns) == 2,
    ])
    error_message = "aws_glue_catalog_table.table is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_athena_workgroup.workgroup.description == "Queries of the lake acme-lake.",
      aws_athena_workgroup.workgroup.force_destroy == true,
      aws_athena_workgroup.workgroup.name == "market-data",
      one(aws_athena_workgroup.workgroup.configuration).bytes_scanned_cutoff_per_query == 100000000,
      one(one(one(aws_athena_workgroup.workgroup.configuration).result_configuration).encryption_configuration).kms_key_arn == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
    ])
    error_message = "aws_athena_workgroup.workgroup is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_athena_named_query.query)) == "newest"
    error_message = "aws_athena_named_query.query is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.query_policy.name == "market-data-query"
    error_message = "aws_iam_policy.query_policy is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    bucket_name          = "Not allowed!"
    kms_key_arn          = "unheard-of"
    expire_days          = 3651
    noncurrent_days      = 3651
    database             = "unheard-of"
    table                = "unheard-of"
    table_description    = "two\nlines"
    columns              = []
    prefix               = "unheard-of"
    start_year           = 2201
    end_year             = 2201
    workgroup            = "Not allowed!"
    results_prefix       = "unheard-of"
    results_expire_days  = 3651
    bytes_scanned_cutoff = 1
    named_queries = {
      "Not allowed!" = <<EOT
SELECT *
FROM aggregates
ORDER BY window_end DESC
LIMIT 10
EOT
    }
  }

  expect_failures = [
    var.bucket_name,
    var.kms_key_arn,
    var.expire_days,
    var.noncurrent_days,
    var.database,
    var.table,
    var.table_description,
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

run "refuses_wrong_values_2" {
  command = plan

  variables {
    table_description = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    columns = [
      {
        name    = "unheard-of"
        type    = "string"
        comment = "Such as AMZN"
      },
      {
        name = "history"
        type = "array<struct<price:double,volume:bigint>>"
      },
    ]
    prefix         = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaggregates/"
    results_prefix = "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrresults/"
    named_queries = {
      newest = ""
    }
  }

  expect_failures = [
    var.table_description,
    var.columns,
    var.prefix,
    var.results_prefix,
    var.named_queries,
  ]
}

run "refuses_wrong_values_3" {
  command = plan

  variables {
    columns = [
      {
        name    = "ticker"
        type    = "unheard-of"
        comment = "Such as AMZN"
      },
      {
        name = "history"
        type = "array<struct<price:double,volume:bigint>>"
      },
    ]
  }

  expect_failures = [
    var.columns,
  ]
}

run "refuses_wrong_values_4" {
  command = plan

  variables {
    columns = [
      {
        name    = "ticker"
        type    = "string"
        comment = "two\nlines"
      },
      {
        name = "history"
        type = "array<struct<price:double,volume:bigint>>"
      },
    ]
  }

  expect_failures = [
    var.columns,
  ]
}

run "refuses_wrong_values_5" {
  command = plan

  variables {
    columns = [
      {
        name    = "ticker"
        type    = "string"
        comment = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
      },
      {
        name = "history"
        type = "array<struct<price:double,volume:bigint>>"
      },
    ]
  }

  expect_failures = [
    var.columns,
  ]
}

run "refuses_years_that_end_before_they_begin" {
  command = plan

  variables {
    start_year = 2030
    end_year   = 2029
  }

  expect_failures = [aws_glue_catalog_table.table]
}

run "refuses_results_within_the_table" {
  command = plan

  variables {
    results_prefix = "aggregates/results/"
  }

  expect_failures = [aws_glue_catalog_table.table]
}

run "refuses_the_table_within_the_results" {
  command = plan

  variables {
    prefix         = "all/aggregates/"
    results_prefix = "all/"
  }

  expect_failures = [aws_glue_catalog_table.table]
}
