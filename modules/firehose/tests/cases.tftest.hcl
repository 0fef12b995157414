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

  mock_resource "aws_cloudwatch_log_group" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_cloudwatch_log_group/up"
    }
  }

  mock_resource "aws_cloudwatch_log_stream" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_cloudwatch_log_stream/up"
    }
  }

  mock_resource "aws_iam_policy" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_iam_policy/up"
    }
  }

  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_iam_role/up"
    }
  }

  mock_resource "aws_kinesis_firehose_delivery_stream" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_kinesis_firehose_delivery_stream/up"
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

  assert {
    condition = alltrue([
      aws_cloudwatch_log_group.logs.kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000",
      aws_cloudwatch_log_group.logs.name == "/aws/kinesisfirehose/market-data-dev",
      aws_cloudwatch_log_group.logs.retention_in_days == 30,
    ])
    error_message = "aws_cloudwatch_log_group.logs is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_iam_role.source_role.description == "Reads the topic of the Firehose stream market-data-dev.",
      aws_iam_role.source_role.name == "market-data-dev-source",
    ])
    error_message = "aws_iam_role.source_role is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.source_role_read.name == "market-data-dev-source-read"
    error_message = "aws_iam_policy.source_role_read is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_iam_role.delivery_role.description == "Writes what the Firehose stream market-data-dev delivers.",
      aws_iam_role.delivery_role.name == "market-data-dev-delivery",
    ])
    error_message = "aws_iam_role.delivery_role is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.delivery_role_write.name == "market-data-dev-delivery-write"
    error_message = "aws_iam_policy.delivery_role_write is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_kinesis_firehose_delivery_stream.this.name == "market-data-dev",
      one(aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration).bucket_arn == "arn:aws:s3:::acme-lake",
      one(aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration).buffering_interval == 60,
      one(aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration).buffering_size == 128,
      one(aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration).error_output_prefix == "errors/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
      one(aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration).kms_key_arn == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
      one(aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration).prefix == "aggregates/year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/",
      one(one(one(aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration).data_format_conversion_configuration).schema_configuration).database_name == "market_data",
      one(one(one(aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration).data_format_conversion_configuration).schema_configuration).table_name == "aggregates",
      one(aws_kinesis_firehose_delivery_stream.this.msk_source_configuration).topic_name == "aggregates",
    ])
    error_message = "aws_kinesis_firehose_delivery_stream.this is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    error_prefix             = "failed/"
    buffer_mb                = 64
    buffer_seconds           = 300
    trust_source_account     = true
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
    tags = {
      Team = "data"
    }
  }

  assert {
    condition = alltrue([
      aws_cloudwatch_log_group.logs.kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000",
      aws_cloudwatch_log_group.logs.name == "/aws/kinesisfirehose/market-data-dev",
      aws_cloudwatch_log_group.logs.retention_in_days == 30,
    ])
    error_message = "aws_cloudwatch_log_group.logs is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_iam_role.source_role.description == "Reads the topic of the Firehose stream market-data-dev.",
      aws_iam_role.source_role.name == "market-data-dev-source",
      aws_iam_role.source_role.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary",
    ])
    error_message = "aws_iam_role.source_role is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.source_role_read.name == "market-data-dev-source-read"
    error_message = "aws_iam_policy.source_role_read is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_iam_role.delivery_role.description == "Writes what the Firehose stream market-data-dev delivers.",
      aws_iam_role.delivery_role.name == "market-data-dev-delivery",
      aws_iam_role.delivery_role.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary",
    ])
    error_message = "aws_iam_role.delivery_role is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.delivery_role_write.name == "market-data-dev-delivery-write"
    error_message = "aws_iam_policy.delivery_role_write is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_kinesis_firehose_delivery_stream.this.name == "market-data-dev",
      one(aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration).bucket_arn == "arn:aws:s3:::acme-lake",
      one(aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration).buffering_interval == 300,
      one(aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration).buffering_size == 64,
      one(aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration).error_output_prefix == "failed/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
      one(aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration).kms_key_arn == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
      one(aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration).prefix == "aggregates/year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/",
      one(one(one(aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration).data_format_conversion_configuration).schema_configuration).database_name == "market_data",
      one(one(one(aws_kinesis_firehose_delivery_stream.this.extended_s3_configuration).data_format_conversion_configuration).schema_configuration).table_name == "aggregates",
      one(aws_kinesis_firehose_delivery_stream.this.msk_source_configuration).topic_name == "aggregates",
    ])
    error_message = "aws_kinesis_firehose_delivery_stream.this is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name                     = "Not allowed!"
    cluster_arn              = "unheard-of"
    topic                    = "Not allowed!"
    bucket_arn               = "unheard-of"
    prefix                   = "unheard-of"
    error_prefix             = "unheard-of"
    buffer_mb                = 129
    buffer_seconds           = 901
    glue_database            = "Not allowed!"
    glue_table               = "Not allowed!"
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
    var.glue_database,
    var.glue_table,
    var.kms_key_arn,
    var.log_retention_days,
    var.log_kms_key_arn,
    var.permissions_boundary_arn,
  ]
}

run "refuses_wrong_values_2" {
  command = plan

  variables {
    prefix       = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaggregates/"
    error_prefix = "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffailed/"
  }

  expect_failures = [
    var.prefix,
    var.error_prefix,
  ]
}

run "refuses_errors_within_the_parquet_files" {
  command = plan

  variables {
    error_prefix = "aggregates/errors/"
  }

  expect_failures = [aws_kinesis_firehose_delivery_stream.this]
}
