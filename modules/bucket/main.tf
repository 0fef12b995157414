# Generated from index.ts by `npm run modules`: change that file instead.

data "aws_caller_identity" "current" {}

resource "aws_s3_bucket" "this" {
  bucket        = var.bucket_name
  force_destroy = var.force_destroy
  tags          = merge(var.tags, { Name = var.bucket_name })
}

resource "aws_s3_bucket_public_access_block" "public_access" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "ownership" {
  bucket = aws_s3_bucket.this.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# Nobody reaches the bucket without TLS. As a target of access logs: S3 writes access logs into it, those of this
# account's buckets only.
data "aws_iam_policy_document" "policy_document" {
  source_policy_documents = var.policy_documents

  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]

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

  dynamic "statement" {
    for_each = var.access_log_target ? [1] : []

    content {
      sid       = "AccessLogs"
      actions   = ["s3:PutObject"]
      resources = ["${aws_s3_bucket.this.arn}/*"]

      principals {
        type        = "Service"
        identifiers = ["logging.s3.amazonaws.com"]
      }

      condition {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [data.aws_caller_identity.current.account_id]
      }
    }
  }
}

# S3 refuses a policy while the public access settings are still changing.
resource "aws_s3_bucket_policy" "policy" {
  bucket = aws_s3_bucket.this.id
  policy = data.aws_iam_policy_document.policy_document.json

  depends_on = [aws_s3_bucket_public_access_block.public_access]
}

resource "aws_s3_bucket_server_side_encryption_configuration" "encryption" {
  bucket = aws_s3_bucket.this.id

  rule {
    bucket_key_enabled = !var.access_log_target

    apply_server_side_encryption_by_default {
      kms_master_key_id = var.kms_key_arn
      sse_algorithm     = var.access_log_target ? "AES256" : "aws:kms"
    }
  }

  lifecycle {
    precondition {
      condition     = (var.kms_key_arn != null) == !var.access_log_target
      error_message = "kms_key_arn must be given, unless access_log_target is true, where it must be left out: S3 writes access logs with SSE-S3."
    }
  }
}

resource "aws_s3_bucket_versioning" "versioning" {
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = "Enabled"
  }
}

# Rules for noncurrent versions need versioning to be on.
resource "aws_s3_bucket_lifecycle_configuration" "lifecycle" {
  bucket = aws_s3_bucket.this.id

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

  dynamic "rule" {
    for_each = var.folder_expire_days

    content {
      id     = rule.key
      status = "Enabled"

      expiration {
        days = rule.value
      }

      filter {
        prefix = rule.key
      }
    }
  }

  depends_on = [aws_s3_bucket_versioning.versioning]
}

resource "aws_s3_bucket_logging" "logging" {
  count = !var.access_log_target ? 1 : 0

  bucket        = aws_s3_bucket.this.id
  target_bucket = var.log_bucket_name
  target_prefix = "${var.bucket_name}/"

  lifecycle {
    precondition {
      condition     = var.log_bucket_name != null
      error_message = "log_bucket_name must be given, unless access_log_target is true."
    }
  }
}
