# Generated from index.ts by `npm run modules`: change that file instead.

locals {
  current_region = lookup(data.aws_region.current, "region", lookup(data.aws_region.current, "name", null))
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

resource "aws_cloudwatch_log_group" "logs" {
  name              = "/aws/kinesisfirehose/${var.name}"
  kms_key_id        = var.log_kms_key_arn
  retention_in_days = var.log_retention_days
  tags              = var.tags
}

resource "aws_cloudwatch_log_stream" "log_stream" {
  name           = "DestinationDelivery"
  log_group_name = aws_cloudwatch_log_group.logs.name
}

# Only the service assumes the role, under conditions that keep others from making it act with these permissions.
data "aws_iam_policy_document" "source_role_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["firehose.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values   = [data.aws_caller_identity.current.account_id]
    }

    dynamic "condition" {
      for_each = var.trust_source_account ? [1] : []

      content {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [data.aws_caller_identity.current.account_id]
      }
    }
  }
}

resource "aws_iam_role" "source_role" {
  name                 = "${var.name}-source"
  description          = "Reads the topic of the Firehose stream ${var.name}."
  assume_role_policy   = data.aws_iam_policy_document.source_role_trust.json
  permissions_boundary = var.permissions_boundary_arn
  tags                 = var.tags
}

resource "aws_iam_policy" "source_role_read" {
  name   = "${var.name}-source-read"
  policy = data.aws_iam_policy_document.source.json
  tags   = var.tags
}

resource "aws_iam_role_policy_attachment" "source_role_read_attached" {
  policy_arn = aws_iam_policy.source_role_read.arn
  role       = aws_iam_role.source_role.name
}

# Firehose finds the cluster and its brokers, connects, and reads the one topic. GetBootstrapBrokers has no resource to
# name. The consumer group's name is Firehose's choice, and it only describes the group.
data "aws_iam_policy_document" "source" {
  statement {
    sid       = "FindCluster"
    actions   = ["kafka:DescribeCluster", "kafka:DescribeClusterV2"]
    resources = [var.cluster_arn]
  }

  statement {
    sid       = "FindBrokers"
    actions   = ["kafka:GetBootstrapBrokers"]
    resources = ["*"]
  }

  statement {
    sid       = "Connect"
    actions   = ["kafka-cluster:Connect"]
    resources = [var.cluster_arn]
  }

  statement {
    sid = "Read"
    actions = [
      "kafka-cluster:DescribeTopic",
      "kafka-cluster:DescribeTopicDynamicConfiguration",
      "kafka-cluster:ReadData",
    ]
    resources = ["${replace(var.cluster_arn, ":cluster/", ":topic/")}/${var.topic}"]
  }

  statement {
    sid       = "Group"
    actions   = ["kafka-cluster:DescribeGroup"]
    resources = ["${replace(var.cluster_arn, ":cluster/", ":group/")}/*"]
  }
}

# Only the service assumes the role, under conditions that keep others from making it act with these permissions.
data "aws_iam_policy_document" "delivery_role_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["firehose.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values   = [data.aws_caller_identity.current.account_id]
    }

    dynamic "condition" {
      for_each = var.trust_source_account ? [1] : []

      content {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [data.aws_caller_identity.current.account_id]
      }
    }
  }
}

resource "aws_iam_role" "delivery_role" {
  name                 = "${var.name}-delivery"
  description          = "Writes what the Firehose stream ${var.name} delivers."
  assume_role_policy   = data.aws_iam_policy_document.delivery_role_trust.json
  permissions_boundary = var.permissions_boundary_arn
  tags                 = var.tags
}

resource "aws_iam_policy" "delivery_role_write" {
  name   = "${var.name}-delivery-write"
  policy = data.aws_iam_policy_document.delivery.json
  tags   = var.tags
}

resource "aws_iam_role_policy_attachment" "delivery_role_write_attached" {
  policy_arn = aws_iam_policy.delivery_role_write.arn
  role       = aws_iam_role.delivery_role.name
}

# Firehose writes below its two prefixes, with the key, converts by the table's schema, and logs what failed to one
# stream.
data "aws_iam_policy_document" "delivery" {
  statement {
    sid       = "FindBucket"
    actions   = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"]
    resources = [var.bucket_arn]
  }

  statement {
    sid       = "WriteObjects"
    actions   = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"]
    resources = ["${var.bucket_arn}/${var.prefix}*", "${var.bucket_arn}/${var.error_prefix}*"]
  }

  statement {
    sid       = "UseKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [var.kms_key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["s3.${local.current_region}.amazonaws.com", "glue.${local.current_region}.amazonaws.com"]
    }
  }

  statement {
    sid       = "WriteLogs"
    actions   = ["logs:PutLogEvents"]
    resources = [aws_cloudwatch_log_stream.log_stream.arn]
  }

  statement {
    sid     = "ReadSchema"
    actions = ["glue:GetTable", "glue:GetTableVersion", "glue:GetTableVersions"]
    resources = [
      "arn:${data.aws_partition.current.partition}:glue:${local.current_region}:${data.aws_caller_identity.current.account_id}:catalog",
      "arn:${data.aws_partition.current.partition}:glue:${local.current_region}:${data.aws_caller_identity.current.account_id}:database/${var.glue_database}",
      "arn:${data.aws_partition.current.partition}:glue:${local.current_region}:${data.aws_caller_identity.current.account_id}:table/${var.glue_database}/${var.glue_table}",
    ]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "this" {
  name        = var.name
  destination = "extended_s3"
  tags        = var.tags

  extended_s3_configuration {
    bucket_arn          = var.bucket_arn
    buffering_interval  = var.buffer_seconds
    buffering_size      = var.buffer_mb
    compression_format  = "UNCOMPRESSED"
    error_output_prefix = "${var.error_prefix}!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/"
    kms_key_arn         = var.kms_key_arn
    prefix              = "${var.prefix}year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/"
    role_arn            = aws_iam_role.delivery_role.arn

    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.logs.name
      log_stream_name = aws_cloudwatch_log_stream.log_stream.name
    }

    data_format_conversion_configuration {
      input_format_configuration {
        deserializer {
          open_x_json_ser_de {}
        }
      }

      output_format_configuration {
        serializer {
          parquet_ser_de {
            compression = "SNAPPY"
          }
        }
      }

      schema_configuration {
        database_name = var.glue_database
        role_arn      = aws_iam_role.delivery_role.arn
        table_name    = var.glue_table
      }
    }
  }

  msk_source_configuration {
    msk_cluster_arn = var.cluster_arn
    topic_name      = var.topic

    authentication_configuration {
      connectivity = "PRIVATE"
      role_arn     = aws_iam_role.source_role.arn
    }
  }

  lifecycle {
    precondition {
      condition     = !startswith(var.error_prefix, var.prefix)
      error_message = "error_prefix must be outside prefix: readers of the Parquet files would meet what could not be converted."
    }
  }

  depends_on = [aws_iam_role_policy_attachment.source_role_read_attached, aws_iam_role_policy_attachment.delivery_role_write_attached]
}
