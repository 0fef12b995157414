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

module "flink_application" {
  source = "../.."

  name                   = "market-data-dev"
  description            = "One-minute aggregates by ticker."
  code_bucket_arn        = "arn:aws:s3:::acme-artifacts"
  code_key               = "flink-job/0123456789abcdef.jar"
  code_kms_key_arn       = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  runtime                = "FLINK-1_19"
  parallelism            = 8
  parallelism_per_kpu    = 4
  autoscaling            = true
  checkpoint_interval_ms = 10000
  min_pause_ms           = 1000
  log_level              = "WARN"
  metrics_level          = "OPERATOR"
  property_groups = {
    kafka = {
      "group.id" = "job"
    }
    job = {
      "window.seconds" = "60"
    }
  }
  subnet_ids         = ["subnet-0aaa1111bbb2222cc", "subnet-0ddd3333eee4444ff"]
  security_group_ids = ["sg-0aaa1111bbb2222cc"]
  policy_arns = {
    kafka = "arn:aws:iam::123456789012:policy/kafka"
  }
  allow_non_restored_state = true
  maintenance_window_start = "04:30"
  log_retention_days       = 30
  log_kms_key_arn          = "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000"
  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
  tags = {
    Team = "data"
  }
}
