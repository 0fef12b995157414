# A bucket with a lifecycle by folder that takes objects under its own key only, and the bucket of its access logs.

provider "aws" {
  region = var.region
}

data "aws_caller_identity" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id
}

module "key" {
  source = "../../../kms-key"

  name        = var.name
  description = "Objects of ${var.name}"
}

module "access_logs" {
  source = "../.."

  bucket_name       = "${var.name}-logs-${local.account}"
  access_log_target = true
  expire_days       = 400 # A year, and time to look back at it.
  force_destroy     = var.force_destroy
}

module "bucket" {
  source = "../.."

  bucket_name      = "${var.name}-${local.account}"
  kms_key_arn      = module.key.key_arn
  log_bucket_name  = module.access_logs.bucket_name
  expire_days      = 3650
  noncurrent_days  = 90 # How long a report that was overwritten or deleted can be brought back.
  force_destroy    = var.force_destroy
  policy_documents = [data.aws_iam_policy_document.own_key_only.json]

  folder_expire_days = {
    "drafts/" = 30
    "tmp/"    = 1
  }

  tags = {
    Team = "finance"
  }
}

# Who names no key gets the bucket's own; who names another is refused.
data "aws_iam_policy_document" "own_key_only" {
  statement {
    sid       = "OwnKeyOnly"
    effect    = "Deny"
    actions   = ["s3:PutObject"]
    resources = ["${module.bucket.bucket_arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "StringNotEqualsIfExists"
      variable = "s3:x-amz-server-side-encryption-aws-kms-key-id"
      values   = [module.key.key_arn]
    }
  }
}
