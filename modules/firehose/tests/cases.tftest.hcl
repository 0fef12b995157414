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
  name               = "market-data-dev"
  cluster_arn        = "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-dev/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1"
  topic              = "aggregates"
  bucket_arn         = "arn:aws:s3:::acme-lake"
  prefix             = "aggregates/"
  glue_database      = "market_data"
  glue_table         = "aggregates"
  kms_key_arn        = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  log_retention_days = 30
  log_kms_key_arn    = "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000"
}

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    error_prefix             = "failed/"
    buffer_mb                = 64
    buffer_seconds           = 300
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
    tags = {
      Team = "data"
    }
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name                     = ""
    cluster_arn              = "unheard-of"
    topic                    = ""
    bucket_arn               = "unheard-of"
    prefix                   = "unheard-of"
    error_prefix             = "unheard-of"
    buffer_mb                = 129
    buffer_seconds           = 901
    kms_key_arn              = "unheard-of"
    log_retention_days       = -1
    log_kms_key_arn          = "unheard-of"
    permissions_boundary_arn = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.cluster_arn,
    var.topic,
    var.bucket_arn,
    var.prefix,
    var.error_prefix,
    var.buffer_mb,
    var.buffer_seconds,
    var.kms_key_arn,
    var.log_retention_days,
    var.log_kms_key_arn,
    var.permissions_boundary_arn,
  ]
}
