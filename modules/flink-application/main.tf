# Generated from index.ts by `npm run modules`: change that file instead.

locals {
  current_region = lookup(data.aws_region.current, "region", lookup(data.aws_region.current, "name", null))
}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

resource "aws_cloudwatch_log_group" "logs" {
  name              = "/aws/kinesis-analytics/${var.name}"
  kms_key_id        = var.log_kms_key_arn
  retention_in_days = var.log_retention_days
  tags              = var.tags
}

resource "aws_cloudwatch_log_stream" "log_stream" {
  name           = "application"
  log_group_name = aws_cloudwatch_log_group.logs.name
}

# Managed Flink reads the jar and decrypts it through S3, finds and writes the application's log stream, and puts
# network interfaces into its subnets. DescribeLogGroups and EC2's describing actions have no resource to name, and the
# network interfaces are still to be made.
data "aws_iam_policy_document" "service" {
  statement {
    sid       = "ReadCode"
    actions   = ["s3:GetObject", "s3:GetObjectVersion"]
    resources = ["${var.code_bucket_arn}/${var.code_key}"]
  }

  statement {
    sid       = "DecryptCode"
    actions   = ["kms:Decrypt"]
    resources = [var.code_kms_key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["s3.${local.current_region}.amazonaws.com"]
    }
  }

  statement {
    sid       = "FindLogGroup"
    actions   = ["logs:DescribeLogGroups"]
    resources = ["*"]
  }

  statement {
    sid       = "FindLogStream"
    actions   = ["logs:DescribeLogStreams"]
    resources = ["${aws_cloudwatch_log_group.logs.arn}:*"]
  }

  statement {
    sid       = "WriteLogs"
    actions   = ["logs:PutLogEvents"]
    resources = [aws_cloudwatch_log_stream.log_stream.arn]
  }

  statement {
    sid = "ConnectToVpc"
    actions = [
      "ec2:CreateNetworkInterface",
      "ec2:CreateNetworkInterfacePermission",
      "ec2:DeleteNetworkInterface",
      "ec2:DescribeDhcpOptions",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeVpcs",
    ]
    resources = ["*"]
  }
}

# Only the service assumes the role, under conditions that keep others from making it act with these permissions.
data "aws_iam_policy_document" "role_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["kinesisanalytics.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values = [
        "arn:${data.aws_partition.current.partition}:kinesisanalytics:${local.current_region}:${data.aws_caller_identity.current.account_id}:application/${var.name}",
      ]
    }
  }
}

resource "aws_iam_role" "role" {
  name                 = var.name
  description          = "Service execution role of the Flink application ${var.name}."
  assume_role_policy   = data.aws_iam_policy_document.role_trust.json
  permissions_boundary = var.permissions_boundary_arn
  tags                 = var.tags
}

resource "aws_iam_role_policy_attachment" "role_given" {
  for_each = var.policy_arns

  policy_arn = each.value
  role       = aws_iam_role.role.name
}

resource "aws_iam_policy" "role_service" {
  name   = "${var.name}-service"
  policy = data.aws_iam_policy_document.service.json
  tags   = var.tags
}

resource "aws_iam_role_policy_attachment" "role_service_attached" {
  policy_arn = aws_iam_policy.role_service.arn
  role       = aws_iam_role.role.name
}

# Started and stopped only when `start` changes; one that stopped by itself is not started again (alarm on downtime).
resource "aws_kinesisanalyticsv2_application" "this" {
  name                   = var.name
  description            = var.description
  application_mode       = "STREAMING"
  runtime_environment    = var.runtime
  service_execution_role = aws_iam_role.role.arn
  start_application      = var.start
  tags                   = var.tags

  application_configuration {
    application_code_configuration {
      code_content_type = "ZIPFILE"

      code_content {
        s3_content_location {
          bucket_arn = var.code_bucket_arn
          file_key   = var.code_key
        }
      }
    }

    application_snapshot_configuration {
      snapshots_enabled = true
    }

    environment_properties {
      dynamic "property_group" {
        for_each = var.property_groups

        content {
          property_group_id = property_group.key
          property_map      = property_group.value
        }
      }
    }

    flink_application_configuration {
      checkpoint_configuration {
        checkpoint_interval           = var.checkpoint_interval_ms
        checkpointing_enabled         = true
        configuration_type            = "CUSTOM"
        min_pause_between_checkpoints = var.min_pause_ms
      }

      monitoring_configuration {
        configuration_type = "CUSTOM"
        log_level          = var.log_level
        metrics_level      = var.metrics_level
      }

      parallelism_configuration {
        auto_scaling_enabled = var.autoscaling
        configuration_type   = "CUSTOM"
        parallelism          = var.parallelism
        parallelism_per_kpu  = var.parallelism_per_kpu
      }
    }

    dynamic "run_configuration" {
      for_each = var.start ? [1] : []

      content {
        application_restore_configuration {
          application_restore_type = "RESTORE_FROM_LATEST_SNAPSHOT"
        }

        flink_run_configuration {
          allow_non_restored_state = var.allow_non_restored_state
        }
      }
    }

    vpc_configuration {
      security_group_ids = var.security_group_ids
      subnet_ids         = var.subnet_ids
    }
  }

  cloudwatch_logging_options {
    log_stream_arn = aws_cloudwatch_log_stream.log_stream.arn
  }

  lifecycle {
    precondition {
      condition     = length(var.property_groups) > 0
      error_message = "property_groups must have at least 1 group."
    }

    precondition {
      condition     = length(var.property_groups) <= 50
      error_message = "property_groups must have at most 50 groups."
    }
  }

  depends_on = [aws_iam_role_policy_attachment.role_given, aws_iam_role_policy_attachment.role_service_attached]
}

# The scheduler changes this application's maintenance window, and nothing else.
data "aws_iam_policy_document" "maintenance_update" {
  statement {
    sid       = "SetMaintenanceWindow"
    actions   = ["kinesisanalytics:UpdateApplicationMaintenanceConfiguration"]
    resources = [aws_kinesisanalyticsv2_application.this.arn]
  }
}

# Only the service assumes the role, under conditions that keep others from making it act with these permissions.
data "aws_iam_policy_document" "maintenance_role_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values = [
        "arn:${data.aws_partition.current.partition}:scheduler:${local.current_region}:${data.aws_caller_identity.current.account_id}:schedule-group/default",
      ]
    }
  }
}

resource "aws_iam_role" "maintenance_role" {
  name                 = "${aws_kinesisanalyticsv2_application.this.name}-maintenance"
  description          = "Lets a schedule set the maintenance window of ${aws_kinesisanalyticsv2_application.this.name}."
  assume_role_policy   = data.aws_iam_policy_document.maintenance_role_trust.json
  permissions_boundary = var.permissions_boundary_arn
  tags                 = var.tags
}

resource "aws_iam_policy" "maintenance_role_update" {
  name   = "${aws_kinesisanalyticsv2_application.this.name}-maintenance-update"
  policy = data.aws_iam_policy_document.maintenance_update.json
  tags   = var.tags
}

resource "aws_iam_role_policy_attachment" "maintenance_role_update_attached" {
  policy_arn = aws_iam_policy.maintenance_role_update.arn
  role       = aws_iam_role.maintenance_role.name
}

# The provider has no resource for the maintenance window, so the scheduler sets it, at once and then daily.
resource "aws_scheduler_schedule" "maintenance" {
  name                = "${aws_kinesisanalyticsv2_application.this.name}-maintenance"
  description         = "Keeps the maintenance window of ${aws_kinesisanalyticsv2_application.this.name}."
  group_name          = "default"
  schedule_expression = "rate(1 day)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn = "arn:${data.aws_partition.current.partition}:scheduler:::aws-sdk:kinesisanalyticsv2:updateApplicationMaintenanceConfiguration"
    input = jsonencode({
      ApplicationName = aws_kinesisanalyticsv2_application.this.name
      ApplicationMaintenanceConfigurationUpdate = {
        ApplicationMaintenanceWindowStartTimeUpdate = var.maintenance_window_start
      }
    })
    role_arn = aws_iam_role.maintenance_role.arn

    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 3
    }
  }

  depends_on = [aws_iam_role_policy_attachment.maintenance_role_update_attached]
}
