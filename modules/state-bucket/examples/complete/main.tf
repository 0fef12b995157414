# Buckets for the states of two environments, and a policy for each that lets a pipeline work with its states alone.

provider "aws" {
  region = var.region
}

data "aws_caller_identity" "current" {}

locals {
  environments = toset(["staging", "production"])
}

module "state_bucket" {
  source   = "../.."
  for_each = local.environments

  bucket_name     = "${var.name}-${each.key}-${data.aws_caller_identity.current.account_id}"
  noncurrent_days = each.key == "production" ? 730 : 90 # Earlier states are the only way back from a wrong one.
  force_destroy   = var.force_destroy

  tags = {
    Environment = each.key
  }
}

data "aws_s3_bucket" "states" {
  for_each = local.environments

  bucket = module.state_bucket[each.key].bucket_name
}

data "aws_iam_policy_document" "work" {
  for_each = local.environments

  statement {
    actions   = ["s3:ListBucket"]
    resources = [data.aws_s3_bucket.states[each.key].arn]
  }

  statement {
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${data.aws_s3_bucket.states[each.key].arn}/*"]
  }

  # A lock is a file next to the state, and is deleted when the work is done.
  statement {
    actions   = ["s3:DeleteObject"]
    resources = ["${data.aws_s3_bucket.states[each.key].arn}/*.tflock"]
  }

  statement {
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [module.state_bucket[each.key].kms_key_arn]
  }
}

resource "aws_iam_policy" "work" {
  for_each = local.environments

  name   = "${var.name}-${each.key}"
  policy = data.aws_iam_policy_document.work[each.key].json
}
