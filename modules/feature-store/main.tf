# Generated from index.ts by `npm run modules`: change that file instead.

locals {
  current_region = lookup(data.aws_region.current, "region", lookup(data.aws_region.current, "name", null))
}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

# Only the service assumes the role, under conditions that keep others from making it act with these permissions.
data "aws_iam_policy_document" "role_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["sagemaker.amazonaws.com"]
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

resource "aws_iam_role" "role" {
  name                 = "${var.name}-store"
  description          = "Writes the offline store of the feature group ${var.name}."
  assume_role_policy   = data.aws_iam_policy_document.role_trust.json
  permissions_boundary = var.permissions_boundary_arn
  tags                 = var.tags
}

resource "aws_iam_policy" "role_offline" {
  name   = "${var.name}-store-offline"
  policy = data.aws_iam_policy_document.offline_store.json
  tags   = var.tags
}

resource "aws_iam_role_policy_attachment" "role_offline_attached" {
  policy_arn = aws_iam_policy.role_offline.arn
  role       = aws_iam_role.role.name
}

# What the group does by itself: it looks whose the bucket is, writes below its own prefix with the key, and keeps its
# table up to date. The table's name is Feature Store's choice, so tables of its whole database are named.
data "aws_iam_policy_document" "offline_store" {
  statement {
    sid       = "FindBucket"
    actions   = ["s3:GetBucketAcl", "s3:GetBucketLocation"]
    resources = ["arn:${data.aws_partition.current.partition}:s3:::${var.bucket_name}"]
  }

  statement {
    sid       = "WriteObjects"
    actions   = ["s3:GetObject", "s3:PutObject", "s3:PutObjectAcl"]
    resources = ["arn:${data.aws_partition.current.partition}:s3:::${var.bucket_name}/${var.prefix}*"]
  }

  statement {
    sid       = "UseKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [var.kms_key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["s3.${local.current_region}.amazonaws.com"]
    }
  }

  statement {
    sid     = "KeepTable"
    actions = ["glue:GetTable", "glue:UpdateTable"]
    resources = [
      "arn:${data.aws_partition.current.partition}:glue:${local.current_region}:${data.aws_caller_identity.current.account_id}:catalog",
      "arn:${data.aws_partition.current.partition}:glue:${local.current_region}:${data.aws_caller_identity.current.account_id}:database/sagemaker_featurestore",
      "arn:${data.aws_partition.current.partition}:glue:${local.current_region}:${data.aws_caller_identity.current.account_id}:table/sagemaker_featurestore/*",
    ]
  }
}

# Any change but tags and description replaces the group and loses the online store.
resource "aws_sagemaker_feature_group" "this" {
  description                    = var.description
  event_time_feature_name        = var.event_time
  feature_group_name             = var.name
  record_identifier_feature_name = var.record_identifier
  role_arn                       = aws_iam_role.role.arn
  tags                           = var.tags

  dynamic "feature_definition" {
    for_each = var.features

    content {
      feature_name = feature_definition.value.name
      feature_type = feature_definition.value.type
    }
  }

  offline_store_config {
    disable_glue_table_creation = false

    s3_storage_config {
      kms_key_id = var.kms_key_arn
      s3_uri     = "s3://${var.bucket_name}/${trimsuffix(var.prefix, "/")}"
    }
  }

  online_store_config {
    enable_online_store = true

    security_config {
      kms_key_id = var.kms_key_arn
    }
  }

  lifecycle {
    precondition {
      condition     = contains(var.features[*].name, var.record_identifier)
      error_message = "record_identifier must be the name of one of features."
    }

    precondition {
      condition     = contains(var.features[*].name, var.event_time)
      error_message = "event_time must be the name of one of features."
    }

    precondition {
      condition     = length(setintersection(var.features[*].name, ["api_invocation_time", "is_deleted", "write_time"])) == 0
      error_message = "features must not be named api_invocation_time, is_deleted, write_time: Feature Store adds those itself."
    }
  }

  depends_on = [aws_iam_role_policy_attachment.role_offline_attached]
}

# For those who put records: into this group, with the key of its online store, which SageMaker uses for them.
data "aws_iam_policy_document" "write" {
  statement {
    sid       = "PutRecords"
    actions   = ["sagemaker:PutRecord"]
    resources = [aws_sagemaker_feature_group.this.arn]
  }

  statement {
    sid       = "UseKey"
    actions   = ["kms:Decrypt"]
    resources = [var.kms_key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["sagemaker.${local.current_region}.amazonaws.com"]
    }
  }
}

resource "aws_iam_policy" "writer" {
  name   = "${var.name}-writer"
  policy = data.aws_iam_policy_document.write.json
  tags   = var.tags
}

# For those who read the online store and, with a workgroup's policy, the offline store: the group's records, its table
# and the table's files, and the key through the services that read them.
data "aws_iam_policy_document" "read" {
  statement {
    sid       = "GetRecords"
    actions   = ["sagemaker:BatchGetRecord", "sagemaker:DescribeFeatureGroup", "sagemaker:GetRecord"]
    resources = [aws_sagemaker_feature_group.this.arn]
  }

  statement {
    sid     = "ReadTable"
    actions = ["glue:GetDatabase", "glue:GetPartitions", "glue:GetTable"]
    resources = [
      "arn:${data.aws_partition.current.partition}:glue:${local.current_region}:${data.aws_caller_identity.current.account_id}:catalog",
      "arn:${data.aws_partition.current.partition}:glue:${local.current_region}:${data.aws_caller_identity.current.account_id}:database/sagemaker_featurestore",
      "arn:${data.aws_partition.current.partition}:glue:${local.current_region}:${data.aws_caller_identity.current.account_id}:table/sagemaker_featurestore/*",
    ]
  }

  statement {
    sid       = "FindBucket"
    actions   = ["s3:GetBucketLocation"]
    resources = ["arn:${data.aws_partition.current.partition}:s3:::${var.bucket_name}"]
  }

  statement {
    sid       = "ListObjects"
    actions   = ["s3:ListBucket"]
    resources = ["arn:${data.aws_partition.current.partition}:s3:::${var.bucket_name}"]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["${var.prefix}*"]
    }
  }

  statement {
    sid       = "ReadObjects"
    actions   = ["s3:GetObject"]
    resources = ["arn:${data.aws_partition.current.partition}:s3:::${var.bucket_name}/${var.prefix}*"]
  }

  statement {
    sid       = "UseKey"
    actions   = ["kms:Decrypt"]
    resources = [var.kms_key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values = [
        "sagemaker.${local.current_region}.amazonaws.com",
        "s3.${local.current_region}.amazonaws.com",
        "glue.${local.current_region}.amazonaws.com",
      ]
    }
  }
}

resource "aws_iam_policy" "reader" {
  name   = "${var.name}-reader"
  policy = data.aws_iam_policy_document.read.json
  tags   = var.tags
}
