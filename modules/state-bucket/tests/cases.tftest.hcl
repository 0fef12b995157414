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

  mock_resource "aws_kms_alias" {
    defaults = {
      arn            = "arn:aws:made:us-east-1:123456789012:aws_kms_alias/up"
      target_key_arn = "arn:aws:made:us-east-1:123456789012:aws_kms_alias/up"
    }
  }

  mock_resource "aws_kms_key" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_kms_key/up"
    }
  }

  mock_resource "aws_s3_bucket" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_s3_bucket/up"
    }
  }
}

variables {
  bucket_name = "acme-market-data-dev-state"
}

run "plans_minimal" {
  command = plan

  assert {
    condition     = aws_kms_key.key.description == "Terraform states in acme-market-data-dev-state"
    error_message = "aws_kms_key.key is not what these inputs ask for."
  }

  assert {
    condition     = aws_kms_alias.key_alias.name == "alias/acme-market-data-dev-state"
    error_message = "aws_kms_alias.key_alias is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket.logs.bucket == "acme-market-data-dev-state-logs",
      aws_s3_bucket.logs.force_destroy == false,
    ])
    error_message = "aws_s3_bucket.logs is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket.states.bucket == "acme-market-data-dev-state",
      aws_s3_bucket.states.force_destroy == false,
    ])
    error_message = "aws_s3_bucket.states is not what these inputs ask for."
  }

  assert {
    condition     = one(one(aws_s3_bucket_lifecycle_configuration.states_lifecycle.rule).noncurrent_version_expiration).noncurrent_days == 365
    error_message = "aws_s3_bucket_lifecycle_configuration.states_lifecycle is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_s3_bucket_logging.states_logging) == 1
    error_message = "aws_s3_bucket_logging.states_logging is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    bucket_name     = "acme-market-data-prod-state"
    noncurrent_days = 90
    force_destroy   = true
    tags = {
      Team = "data"
    }
  }

  assert {
    condition     = aws_kms_key.key.description == "Terraform states in acme-market-data-prod-state"
    error_message = "aws_kms_key.key is not what these inputs ask for."
  }

  assert {
    condition     = aws_kms_alias.key_alias.name == "alias/acme-market-data-prod-state"
    error_message = "aws_kms_alias.key_alias is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket.logs.bucket == "acme-market-data-prod-state-logs",
      aws_s3_bucket.logs.force_destroy == true,
    ])
    error_message = "aws_s3_bucket.logs is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket.states.bucket == "acme-market-data-prod-state",
      aws_s3_bucket.states.force_destroy == true,
    ])
    error_message = "aws_s3_bucket.states is not what these inputs ask for."
  }

  assert {
    condition     = one(one(aws_s3_bucket_lifecycle_configuration.states_lifecycle.rule).noncurrent_version_expiration).noncurrent_days == 90
    error_message = "aws_s3_bucket_lifecycle_configuration.states_lifecycle is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_s3_bucket_logging.states_logging) == 1
    error_message = "aws_s3_bucket_logging.states_logging is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    bucket_name     = "Not allowed!"
    noncurrent_days = 3651
  }

  expect_failures = [
    var.bucket_name,
    var.noncurrent_days,
  ]
}
