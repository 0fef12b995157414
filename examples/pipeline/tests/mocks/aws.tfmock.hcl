# Values that other arguments are made from, so that made-up text will not do.
mock_data "aws_availability_zones" {
  defaults = {
    names    = ["us-east-1a", "us-east-1b", "us-east-1c"]
    zone_ids = ["use1-az1", "use1-az2", "use1-az4"]
  }
}

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

mock_data "aws_msk_bootstrap_brokers" {
  defaults = {
    bootstrap_brokers_sasl_iam = "broker.example:9098"
  }
}

mock_data "aws_partition" {
  defaults = {
    partition = "aws"
  }
}

mock_data "aws_region" {
  defaults = {
    name   = "us-east-1"
    region = "us-east-1"
  }
}

mock_data "aws_vpc_endpoint_service" {
  defaults = {
    availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"]
  }
}

mock_resource "aws_msk_serverless_cluster" {
  defaults = {
    arn          = "arn:aws:kafka:us-east-1:123456789012:cluster/made/up"
    cluster_uuid = "up"
  }
}

mock_resource "aws_cloudwatch_log_group" {
  defaults = {
    arn = "arn:aws:logs:us-east-1:123456789012:log-group:made-up"
  }
}

mock_resource "aws_cloudwatch_metric_alarm" {
  defaults = {
    arn = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:made-up"
  }
}

mock_resource "aws_iam_policy" {
  defaults = {
    arn = "arn:aws:iam::123456789012:policy/made-up"
  }
}

mock_resource "aws_iam_role" {
  defaults = {
    arn = "arn:aws:iam::123456789012:role/made-up"
  }
}

mock_resource "aws_kms_key" {
  defaults = {
    arn = "arn:aws:kms:us-east-1:123456789012:key/made-up"
  }
}

mock_resource "aws_lambda_function" {
  defaults = {
    arn = "arn:aws:lambda:us-east-1:123456789012:function:made-up"
  }
}

mock_resource "aws_msk_cluster" {
  defaults = {
    arn = "arn:aws:kafka:us-east-1:123456789012:cluster/made/up"
  }
}

mock_resource "aws_msk_configuration" {
  defaults = {
    arn = "arn:aws:kafka:us-east-1:123456789012:configuration/made/up"
  }
}

mock_resource "aws_s3_bucket" {
  defaults = {
    arn = "arn:aws:s3:::made-up"
  }
}

mock_resource "aws_sagemaker_feature_group" {
  defaults = {
    arn = "arn:aws:sagemaker:us-east-1:123456789012:feature-group/made-up"
  }
}

mock_resource "aws_sns_topic" {
  defaults = {
    arn = "arn:aws:sns:us-east-1:123456789012:made-up"
  }
}

mock_resource "aws_sqs_queue" {
  defaults = {
    arn = "arn:aws:sqs:us-east-1:123456789012:made-up"
  }
}

mock_resource "aws_cloudwatch_log_stream" {
  defaults = {
    arn = "arn:aws:logs:us-east-1:123456789012:log-group:made-up:log-stream:made-up"
  }
}

mock_resource "aws_lambda_event_source_mapping" {
  defaults = {
    uuid = "11111111-2222-3333-4444-555555555555"
  }
}
