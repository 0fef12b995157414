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

  mock_resource "aws_kinesisanalyticsv2_application" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_kinesisanalyticsv2_application/up"
    }
  }

  mock_resource "aws_scheduler_schedule" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_scheduler_schedule/up"
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

  assert {
    condition = alltrue([
      aws_cloudwatch_log_group.logs.kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000",
      aws_cloudwatch_log_group.logs.name == "/aws/kinesis-analytics/market-data-dev",
      aws_cloudwatch_log_group.logs.retention_in_days == 30,
    ])
    error_message = "aws_cloudwatch_log_group.logs is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_iam_role.role.description == "Service execution role of the Flink application market-data-dev.",
      aws_iam_role.role.name == "market-data-dev",
    ])
    error_message = "aws_iam_role.role is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_iam_role_policy_attachment.role_given)) == ""
    error_message = "aws_iam_role_policy_attachment.role_given is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.role_service.name == "market-data-dev-service"
    error_message = "aws_iam_policy.role_service is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_kinesisanalyticsv2_application.this.description == "",
      aws_kinesisanalyticsv2_application.this.name == "market-data-dev",
      aws_kinesisanalyticsv2_application.this.runtime_environment == "FLINK-1_20",
      aws_kinesisanalyticsv2_application.this.start_application == true,
      one(one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).application_code_configuration).code_content).s3_content_location).bucket_arn == "arn:aws:s3:::acme-artifacts",
      one(one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).application_code_configuration).code_content).s3_content_location).file_key == "flink-job/0123456789abcdef.jar",
      length(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).environment_properties).property_group) == 1,
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).checkpoint_configuration).checkpoint_interval == 60000,
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).checkpoint_configuration).min_pause_between_checkpoints == 5000,
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).monitoring_configuration).log_level == "INFO",
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).monitoring_configuration).metrics_level == "APPLICATION",
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).parallelism_configuration).auto_scaling_enabled == false,
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).parallelism_configuration).parallelism == 1,
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).parallelism_configuration).parallelism_per_kpu == 1,
      length(one(aws_kinesisanalyticsv2_application.this.application_configuration).run_configuration) == 1,
    ])
    error_message = "aws_kinesisanalyticsv2_application.this is not what these inputs ask for."
  }
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

  assert {
    condition = alltrue([
      aws_cloudwatch_log_group.logs.kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000",
      aws_cloudwatch_log_group.logs.name == "/aws/kinesis-analytics/market-data-dev",
      aws_cloudwatch_log_group.logs.retention_in_days == 30,
    ])
    error_message = "aws_cloudwatch_log_group.logs is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_iam_role.role.description == "Service execution role of the Flink application market-data-dev.",
      aws_iam_role.role.name == "market-data-dev",
      aws_iam_role.role.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary",
    ])
    error_message = "aws_iam_role.role is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_iam_role_policy_attachment.role_given)) == "kafka"
    error_message = "aws_iam_role_policy_attachment.role_given is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.role_service.name == "market-data-dev-service"
    error_message = "aws_iam_policy.role_service is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_kinesisanalyticsv2_application.this.description == "One-minute aggregates by ticker.",
      aws_kinesisanalyticsv2_application.this.name == "market-data-dev",
      aws_kinesisanalyticsv2_application.this.runtime_environment == "FLINK-1_19",
      aws_kinesisanalyticsv2_application.this.start_application == true,
      one(one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).application_code_configuration).code_content).s3_content_location).bucket_arn == "arn:aws:s3:::acme-artifacts",
      one(one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).application_code_configuration).code_content).s3_content_location).file_key == "flink-job/0123456789abcdef.jar",
      length(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).environment_properties).property_group) == 2,
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).checkpoint_configuration).checkpoint_interval == 10000,
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).checkpoint_configuration).min_pause_between_checkpoints == 1000,
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).monitoring_configuration).log_level == "WARN",
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).monitoring_configuration).metrics_level == "OPERATOR",
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).parallelism_configuration).auto_scaling_enabled == true,
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).parallelism_configuration).parallelism == 8,
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).parallelism_configuration).parallelism_per_kpu == 4,
      length(one(aws_kinesisanalyticsv2_application.this.application_configuration).run_configuration) == 1,
    ])
    error_message = "aws_kinesisanalyticsv2_application.this is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_role.maintenance_role.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary"
    error_message = "aws_iam_role.maintenance_role is not what these inputs ask for."
  }
}

run "plans_stopped" {
  command = plan

  variables {
    start = false
  }

  assert {
    condition = alltrue([
      aws_cloudwatch_log_group.logs.kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000",
      aws_cloudwatch_log_group.logs.name == "/aws/kinesis-analytics/market-data-dev",
      aws_cloudwatch_log_group.logs.retention_in_days == 30,
    ])
    error_message = "aws_cloudwatch_log_group.logs is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_iam_role.role.description == "Service execution role of the Flink application market-data-dev.",
      aws_iam_role.role.name == "market-data-dev",
    ])
    error_message = "aws_iam_role.role is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_iam_role_policy_attachment.role_given)) == ""
    error_message = "aws_iam_role_policy_attachment.role_given is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.role_service.name == "market-data-dev-service"
    error_message = "aws_iam_policy.role_service is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_kinesisanalyticsv2_application.this.description == "",
      aws_kinesisanalyticsv2_application.this.name == "market-data-dev",
      aws_kinesisanalyticsv2_application.this.runtime_environment == "FLINK-1_20",
      aws_kinesisanalyticsv2_application.this.start_application == false,
      one(one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).application_code_configuration).code_content).s3_content_location).bucket_arn == "arn:aws:s3:::acme-artifacts",
      one(one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).application_code_configuration).code_content).s3_content_location).file_key == "flink-job/0123456789abcdef.jar",
      length(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).environment_properties).property_group) == 1,
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).checkpoint_configuration).checkpoint_interval == 60000,
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).checkpoint_configuration).min_pause_between_checkpoints == 5000,
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).monitoring_configuration).log_level == "INFO",
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).monitoring_configuration).metrics_level == "APPLICATION",
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).parallelism_configuration).auto_scaling_enabled == false,
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).parallelism_configuration).parallelism == 1,
      one(one(one(aws_kinesisanalyticsv2_application.this.application_configuration).flink_application_configuration).parallelism_configuration).parallelism_per_kpu == 1,
      length(one(aws_kinesisanalyticsv2_application.this.application_configuration).run_configuration) == 0,
    ])
    error_message = "aws_kinesisanalyticsv2_application.this is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name                   = "Not allowed!"
    description            = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    code_bucket_arn        = "unheard-of"
    code_key               = "unheard-of"
    code_kms_key_arn       = "unheard-of"
    runtime                = "unheard-of"
    parallelism            = 513
    parallelism_per_kpu    = 9
    checkpoint_interval_ms = 420001
    min_pause_ms           = 420001
    log_level              = "unheard-of"
    metrics_level          = "unheard-of"
    property_groups = {
      "Not allowed!" = {
        "input.topic"  = "prices"
        "output.topic" = "aggregates"
      }
    }
    subnet_ids         = []
    security_group_ids = []
    policy_arns = {
      "Not allowed!" = "arn:aws:iam::123456789012:policy/kafka"
    }
    maintenance_window_start = "unheard-of"
    log_retention_days       = -1
    log_kms_key_arn          = "unheard-of"
    permissions_boundary_arn = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.description,
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
    var.property_groups,
    var.subnet_ids,
    var.security_group_ids,
    var.policy_arns,
    var.maintenance_window_start,
    var.log_retention_days,
    var.log_kms_key_arn,
    var.permissions_boundary_arn,
  ]
}

run "refuses_wrong_values_2" {
  command = plan

  variables {
    code_key = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffflink-job/0123456789abcdef.jar"
    property_groups = {
      kafka = {
        "" = "prices"
      }
    }
    policy_arns = {
      kafka = "unheard-of"
    }
  }

  expect_failures = [
    var.code_key,
    var.property_groups,
    var.policy_arns,
  ]
}

run "refuses_wrong_values_3" {
  command = plan

  variables {
    property_groups = {
      kafka = {
        "input.topic" = ""
      }
    }
  }

  expect_failures = [
    var.property_groups,
  ]
}

run "refuses_no_properties" {
  command = plan

  variables {
    property_groups = {}
  }

  expect_failures = [aws_kinesisanalyticsv2_application.this]
}

run "refuses_too_many_groups_of_properties" {
  command = plan

  variables {
    property_groups = {
      g0 = {
        a = "b"
      }
      g1 = {
        a = "b"
      }
      g2 = {
        a = "b"
      }
      g3 = {
        a = "b"
      }
      g4 = {
        a = "b"
      }
      g5 = {
        a = "b"
      }
      g6 = {
        a = "b"
      }
      g7 = {
        a = "b"
      }
      g8 = {
        a = "b"
      }
      g9 = {
        a = "b"
      }
      g10 = {
        a = "b"
      }
      g11 = {
        a = "b"
      }
      g12 = {
        a = "b"
      }
      g13 = {
        a = "b"
      }
      g14 = {
        a = "b"
      }
      g15 = {
        a = "b"
      }
      g16 = {
        a = "b"
      }
      g17 = {
        a = "b"
      }
      g18 = {
        a = "b"
      }
      g19 = {
        a = "b"
      }
      g20 = {
        a = "b"
      }
      g21 = {
        a = "b"
      }
      g22 = {
        a = "b"
      }
      g23 = {
        a = "b"
      }
      g24 = {
        a = "b"
      }
      g25 = {
        a = "b"
      }
      g26 = {
        a = "b"
      }
      g27 = {
        a = "b"
      }
      g28 = {
        a = "b"
      }
      g29 = {
        a = "b"
      }
      g30 = {
        a = "b"
      }
      g31 = {
        a = "b"
      }
      g32 = {
        a = "b"
      }
      g33 = {
        a = "b"
      }
      g34 = {
        a = "b"
      }
      g35 = {
        a = "b"
      }
      g36 = {
        a = "b"
      }
      g37 = {
        a = "b"
      }
      g38 = {
        a = "b"
      }
      g39 = {
        a = "b"
      }
      g40 = {
        a = "b"
      }
      g41 = {
        a = "b"
      }
      g42 = {
        a = "b"
      }
      g43 = {
        a = "b"
      }
      g44 = {
        a = "b"
      }
      g45 = {
        a = "b"
      }
      g46 = {
        a = "b"
      }
      g47 = {
        a = "b"
      }
      g48 = {
        a = "b"
      }
      g49 = {
        a = "b"
      }
      g50 = {
        a = "b"
      }
    }
  }

  expect_failures = [aws_kinesisanalyticsv2_application.this]
}
