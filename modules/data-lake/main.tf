# Generated from index.ts by `npm run modules`: change that file instead.

locals {
  current_region = lookup(data.aws_region.current, "region", lookup(data.aws_region.current, "name", null))
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

resource "aws_s3_bucket" "bucket" {
  bucket        = var.bucket_name
  force_destroy = var.force_destroy
  tags          = merge(var.tags, { Name = var.bucket_name })
}

resource "aws_s3_bucket_public_access_block" "bucket_public_access" {
  bucket                  = aws_s3_bucket.bucket.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "bucket_ownership" {
  bucket = aws_s3_bucket.bucket.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# Nobody reaches the bucket without TLS.
data "aws_iam_policy_document" "bucket_policy_document" {
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.bucket.arn, "${aws_s3_bucket.bucket.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

# S3 refuses a policy while the public access settings are still changing.
resource "aws_s3_bucket_policy" "bucket_policy" {
  bucket = aws_s3_bucket.bucket.id
  policy = data.aws_iam_policy_document.bucket_policy_document.json

  depends_on = [aws_s3_bucket_public_access_block.bucket_public_access]
}

resource "aws_s3_bucket_server_side_encryption_configuration" "bucket_encryption" {
  bucket = aws_s3_bucket.bucket.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      kms_master_key_id = var.kms_key_arn
      sse_algorithm     = "aws:kms"
    }
  }
}

resource "aws_s3_bucket_versioning" "bucket_versioning" {
  bucket = aws_s3_bucket.bucket.id

  versioning_configuration {
    status = "Enabled"
  }
}

# Rules for noncurrent versions need versioning to be on.
resource "aws_s3_bucket_lifecycle_configuration" "bucket_lifecycle" {
  bucket = aws_s3_bucket.bucket.id

  rule {
    id     = "all"
    status = "Enabled"

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    dynamic "expiration" {
      for_each = var.expire_days != null ? [1] : []

      content {
        days = var.expire_days
      }
    }

    filter {
      prefix = ""
    }

    noncurrent_version_expiration {
      noncurrent_days = var.noncurrent_days
    }
  }

  rule {
    id     = var.results_prefix
    status = "Enabled"

    expiration {
      days = var.results_expire_days
    }

    filter {
      prefix = var.results_prefix
    }
  }

  depends_on = [aws_s3_bucket_versioning.bucket_versioning]
}

resource "aws_s3_bucket_logging" "bucket_logging" {
  count = 1

  bucket        = aws_s3_bucket.bucket.id
  target_bucket = var.log_bucket_name
  target_prefix = "${var.bucket_name}/"
}

resource "aws_glue_catalog_database" "database" {
  name = var.database
  tags = var.tags
}

resource "aws_glue_catalog_table" "table" {
  name          = var.table
  description   = var.table_description
  database_name = aws_glue_catalog_database.database.name
  parameters = {
    EXTERNAL                    = "TRUE"
    classification              = "parquet"
    "projection.enabled"        = "true"
    "projection.year.range"     = "${var.start_year},${var.end_year}"
    "projection.year.type"      = "integer"
    "projection.year.digits"    = "4"
    "projection.month.range"    = "1,12"
    "projection.month.type"     = "integer"
    "projection.month.digits"   = "2"
    "projection.day.range"      = "1,31"
    "projection.day.type"       = "integer"
    "projection.day.digits"     = "2"
    "storage.location.template" = "s3://${aws_s3_bucket.bucket.id}/${var.prefix}year=$${year}/month=$${month}/day=$${day}/"
  }
  table_type = "EXTERNAL_TABLE"

  partition_keys {
    name = "year"
    type = "string"
  }

  partition_keys {
    name = "month"
    type = "string"
  }

  partition_keys {
    name = "day"
    type = "string"
  }

  storage_descriptor {
    input_format  = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat"
    location      = "s3://${aws_s3_bucket.bucket.id}/${var.prefix}"
    output_format = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat"

    dynamic "columns" {
      for_each = var.columns

      content {
        name    = columns.value.name
        type    = columns.value.type
        comment = columns.value.comment
      }
    }

    ser_de_info {
      serialization_library = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"
    }
  }

  lifecycle {
    precondition {
      condition     = var.start_year <= var.end_year
      error_message = "start_year must be at most end_year."
    }

    precondition {
      condition     = !startswith(var.results_prefix, var.prefix)
      error_message = "results_prefix must be outside prefix: the table would read query results."
    }

    precondition {
      condition     = !startswith(var.prefix, var.results_prefix)
      error_message = "prefix must be outside results_prefix: the table's files would expire with query results."
    }
  }
}

resource "aws_athena_workgroup" "workgroup" {
  name          = var.workgroup
  description   = "Queries of the lake ${var.bucket_name}."
  force_destroy = var.force_destroy
  tags          = var.tags

  configuration {
    bytes_scanned_cutoff_per_query     = var.bytes_scanned_cutoff
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true

    engine_version {
      selected_engine_version = "Athena engine version 3"
    }

    result_configuration {
      output_location = "s3://${aws_s3_bucket.bucket.id}/${var.results_prefix}"

      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = var.kms_key_arn
      }
    }
  }
}

resource "aws_athena_named_query" "query" {
  for_each = var.named_queries

  name      = each.key
  database  = aws_glue_catalog_database.database.name
  query     = each.value
  workgroup = aws_athena_workgroup.workgroup.name
}

# Athena acts with the permissions of the caller, who therefore needs all of them: to run queries in the workgroup, to
# read the table in the catalog and its files, to keep results in their folder, and to use the key through S3 and Glue.
# Nothing beyond this table.
data "aws_iam_policy_document" "query_document" {
  statement {
    sid = "RunQueries"
    actions = [
      "athena:GetQueryExecution",
      "athena:GetQueryResults",
      "athena:GetWorkGroup",
      "athena:StartQueryExecution",
      "athena:StopQueryExecution",
    ]
    resources = [aws_athena_workgroup.workgroup.arn]
  }

  statement {
    sid     = "ReadTable"
    actions = ["glue:GetDatabase", "glue:GetPartitions", "glue:GetTable"]
    resources = [
      "arn:${data.aws_partition.current.partition}:glue:${local.current_region}:${data.aws_caller_identity.current.account_id}:catalog",
      "arn:${data.aws_partition.current.partition}:glue:${local.current_region}:${data.aws_caller_identity.current.account_id}:database/${var.database}",
      "arn:${data.aws_partition.current.partition}:glue:${local.current_region}:${data.aws_caller_identity.current.account_id}:table/${var.database}/${var.table}",
    ]
  }

  statement {
    sid       = "FindBucket"
    actions   = ["s3:GetBucketLocation", "s3:ListBucketMultipartUploads"]
    resources = [aws_s3_bucket.bucket.arn]
  }

  statement {
    sid       = "ListObjects"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.bucket.arn]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["${var.prefix}*", "${var.results_prefix}*"]
    }
  }

  statement {
    sid       = "ReadObjects"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.bucket.arn}/${var.prefix}*"]
  }

  statement {
    sid       = "KeepResults"
    actions   = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"]
    resources = ["${aws_s3_bucket.bucket.arn}/${var.results_prefix}*"]
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
}

resource "aws_iam_policy" "query_policy" {
  name   = "${var.workgroup}-query"
  policy = data.aws_iam_policy_document.query_document.json
  tags   = var.tags
}
