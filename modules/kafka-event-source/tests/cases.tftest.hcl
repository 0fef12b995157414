# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
}

variables {
  name                   = "market-data-dev-features"
  function_name          = "market-data-dev-features"
  role_name              = "market-data-dev-features"
  cluster_arn            = "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-dev/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1"
  topic                  = "aggregates"
  consumer_group_id      = "market-data-dev-features"
  on_failure_bucket_arn  = "arn:aws:s3:::acme-failures"
  on_failure_kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    starting_position          = "LATEST"
    batch_size                 = 500
    batching_window_seconds    = 5
    minimum_pollers            = 2
    maximum_pollers            = 10
    maximum_retry_attempts     = 10
    maximum_record_age_seconds = 3600
    bisect                     = false
    enabled                    = false
    tags = {
      Team = "data"
    }
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name                       = ""
    cluster_arn                = "unheard-of"
    topic                      = ""
    consumer_group_id          = ""
    starting_position          = "unheard-of"
    batch_size                 = 10001
    batching_window_seconds    = 301
    minimum_pollers            = 201
    maximum_pollers            = 2001
    maximum_retry_attempts     = 10001
    maximum_record_age_seconds = 604801
    on_failure_bucket_arn      = "unheard-of"
    on_failure_kms_key_arn     = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.cluster_arn,
    var.topic,
    var.consumer_group_id,
    var.starting_position,
    var.batch_size,
    var.batching_window_seconds,
    var.minimum_pollers,
    var.maximum_pollers,
    var.maximum_retry_attempts,
    var.maximum_record_age_seconds,
    var.on_failure_bucket_arn,
    var.on_failure_kms_key_arn,
  ]
}
