# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }

  mock_data "aws_region" {
    defaults = {
      name   = "us-east-1"
      region = "us-east-1"
    }
  }

  mock_resource "aws_iam_policy" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_iam_policy/up"
    }
  }

  mock_resource "aws_lambda_event_source_mapping" {
    defaults = {
      arn          = "arn:aws:made:us-east-1:123456789012:aws_lambda_event_source_mapping/up"
      function_arn = "arn:aws:made:us-east-1:123456789012:aws_lambda_event_source_mapping/up"
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

  assert {
    condition     = aws_iam_policy.access.name == "market-data-dev-features-read"
    error_message = "aws_iam_policy.access is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.poller.name == "market-data-dev-features-poll"
    error_message = "aws_iam_policy.poller is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_role_policy_attachment.attach_read.role == "market-data-dev-features"
    error_message = "aws_iam_role_policy_attachment.attach_read is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_role_policy_attachment.attach_poll.role == "market-data-dev-features"
    error_message = "aws_iam_role_policy_attachment.attach_poll is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_lambda_event_source_mapping.this.batch_size == 100,
      aws_lambda_event_source_mapping.this.bisect_batch_on_function_error == true,
      aws_lambda_event_source_mapping.this.enabled == true,
      aws_lambda_event_source_mapping.this.function_name == "market-data-dev-features",
      aws_lambda_event_source_mapping.this.maximum_batching_window_in_seconds == 1,
      aws_lambda_event_source_mapping.this.maximum_record_age_in_seconds == 86400,
      aws_lambda_event_source_mapping.this.maximum_retry_attempts == 3,
      aws_lambda_event_source_mapping.this.starting_position == "TRIM_HORIZON",
      one(aws_lambda_event_source_mapping.this.amazon_managed_kafka_event_source_config).consumer_group_id == "market-data-dev-features",
      one(one(aws_lambda_event_source_mapping.this.destination_config).on_failure).destination_arn == "arn:aws:s3:::acme-failures",
      one(aws_lambda_event_source_mapping.this.provisioned_poller_config).maximum_pollers == 2,
      one(aws_lambda_event_source_mapping.this.provisioned_poller_config).minimum_pollers == 1,
    ])
    error_message = "aws_lambda_event_source_mapping.this is not what these inputs ask for."
  }
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

  assert {
    condition     = aws_iam_policy.access.name == "market-data-dev-features-read"
    error_message = "aws_iam_policy.access is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.poller.name == "market-data-dev-features-poll"
    error_message = "aws_iam_policy.poller is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_role_policy_attachment.attach_read.role == "market-data-dev-features"
    error_message = "aws_iam_role_policy_attachment.attach_read is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_role_policy_attachment.attach_poll.role == "market-data-dev-features"
    error_message = "aws_iam_role_policy_attachment.attach_poll is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_lambda_event_source_mapping.this.batch_size == 500,
      aws_lambda_event_source_mapping.this.bisect_batch_on_function_error == false,
      aws_lambda_event_source_mapping.this.enabled == false,
      aws_lambda_event_source_mapping.this.function_name == "market-data-dev-features",
      aws_lambda_event_source_mapping.this.maximum_batching_window_in_seconds == 5,
      aws_lambda_event_source_mapping.this.maximum_record_age_in_seconds == 3600,
      aws_lambda_event_source_mapping.this.maximum_retry_attempts == 10,
      aws_lambda_event_source_mapping.this.starting_position == "LATEST",
      one(aws_lambda_event_source_mapping.this.amazon_managed_kafka_event_source_config).consumer_group_id == "market-data-dev-features",
      one(one(aws_lambda_event_source_mapping.this.destination_config).on_failure).destination_arn == "arn:aws:s3:::acme-failures",
      one(aws_lambda_event_source_mapping.this.provisioned_poller_config).maximum_pollers == 10,
      one(aws_lambda_event_source_mapping.this.provisioned_poller_config).minimum_pollers == 2,
    ])
    error_message = "aws_lambda_event_source_mapping.this is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name                       = "Not allowed!"
    function_name              = "Not allowed!"
    role_name                  = "Not allowed!"
    cluster_arn                = "unheard-of"
    topic                      = "Not allowed!"
    consumer_group_id          = "Not allowed!"
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
    var.function_name,
    var.role_name,
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

run "refuses_wrong_values_2" {
  command = plan

  variables {
    topic = "x"
  }

  expect_failures = [
    var.topic,
  ]
}

run "refuses_more_pollers_at_least_than_at_most" {
  command = plan

  variables {
    minimum_pollers = 3
  }

  expect_failures = [aws_lambda_event_source_mapping.this]
}
