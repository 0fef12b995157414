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
  name             = "market-data-dev"
  code_bucket_arn  = "arn:aws:s3:::acme-artifacts"
  code_key         = "flink-job/0123456789abcdef.jar"
  code_kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  property_groups = {
    kafka = {
      "input.topic"  = "prices"
      "output.topic" = "aggregates"
    }
  }
  subnet_ids         = ["subnet-0aaa1111bbb2222cc", "subnet-0ddd3333eee4444ff"]
  security_group_ids = ["sg-0aaa1111bbb2222cc"]
  log_retention_days = 30
  log_kms_key_arn    = "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000"
}

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    description            = "One-minute aggregates by ticker."
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
    policy_arns = {
      kafka = "arn:aws:iam::123456789012:policy/kafka"
    }
    allow_non_restored_state = true
    maintenance_window_start = "04:30"
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
    tags = {
      Team = "data"
    }
  }
}

run "plans_stopped" {
  command = plan

  variables {
    start = false
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name                   = ""
    code_bucket_arn        = "unheard-of"
    code_key               = "unheard-of"
    code_kms_key_arn       = "unheard-of"
    runtime                = "unheard-of"
    parallelism            = 513
    parallelism_per_kpu    = 9
    checkpoint_interval_ms = 240001
    min_pause_ms           = 240001
    log_level              = "unheard-of"
    metrics_level          = "unheard-of"
    subnet_ids             = []
    security_group_ids     = []
    policy_arns = {
      unheard-of = "value"
    }
    maintenance_window_start = "unheard-of"
    log_retention_days       = -1
    log_kms_key_arn          = "unheard-of"
    permissions_boundary_arn = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.code_bucket_arn,
    var.code_key,
    var.code_kms_key_arn,
    var.runtime,
    var.parallelism,
    var.parallelism_per_kpu,
    var.checkpoint_interval_ms,
    var.min_pause_ms,
    var.log_level,
    var.metrics_level,
    var.subnet_ids,
    var.security_group_ids,
    var.policy_arns,
    var.maintenance_window_start,
    var.log_retention_days,
    var.log_kms_key_arn,
    var.permissions_boundary_arn,
  ]
}
