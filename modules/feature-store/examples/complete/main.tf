# Features of customers, a function's role that puts them and one that reads them, online for predictions or offline for training.

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
  description = "Features of ${var.name}"
}

module "access_logs" {
  source = "../../../bucket"

  bucket_name       = "${var.name}-logs-${local.account}"
  access_log_target = true
  expire_days       = 90
}

module "bucket" {
  source = "../../../bucket"

  bucket_name     = "${var.name}-${local.account}"
  kms_key_arn     = module.key.key_arn
  log_bucket_name = module.access_logs.bucket_name
}

module "feature_store" {
  source = "../.."

  name              = var.name
  description       = "What a customer did in the last 30 days"
  record_identifier = "customer_id"
  event_time        = "computed_at" # When it was true, not when it was put: an older record never replaces a newer one.

  # Another list replaces the group, and its online store is lost: add a second group instead.
  features = [
    { name = "customer_id", type = "String" },
    { name = "computed_at", type = "Fractional" },
    { name = "orders", type = "Integral" },
    { name = "revenue", type = "Fractional" },
    { name = "favourite_category", type = "String" },
  ]

  bucket_name = module.bucket.bucket_name
  prefix      = "customers/"
  kms_key_arn = module.key.key_arn

  permissions_boundary_arn = var.permissions_boundary_arn
  trust_source_account     = false # No page of AWS says that SageMaker names the account.

  tags = {
    Team = "data-science"
  }
}

module "role" {
  source = "../../../service-role"
  for_each = {
    writer = module.feature_store.writer_policy_arn
    reader = module.feature_store.reader_policy_arn
  }

  name                     = "${var.name}-${each.key}-function"
  description              = "The features' ${each.key}"
  service                  = "lambda.amazonaws.com"
  policy_arns              = { features = each.value }
  permissions_boundary_arn = var.permissions_boundary_arn
}
