# A feature group with its key, the bucket of its offline store, and that of the access logs.

provider "aws" {
  region = var.region
}

data "aws_caller_identity" "current" {}

module "key" {
  source = "../../../kms-key"

  name        = var.name
  description = "Features of ${var.name}"
}

module "access_logs" {
  source = "../../../bucket"

  bucket_name       = "${var.name}-logs-${data.aws_caller_identity.current.account_id}"
  access_log_target = true
}

module "bucket" {
  source = "../../../bucket"

  bucket_name     = "${var.name}-${data.aws_caller_identity.current.account_id}"
  kms_key_arn     = module.key.key_arn
  log_bucket_name = module.access_logs.bucket_name
}

module "feature_store" {
  source = "../.."

  name              = var.name
  record_identifier = "ticker"
  event_time        = "event_time"
  bucket_name       = module.bucket.bucket_name
  kms_key_arn       = module.key.key_arn

  features = [
    { name = "ticker", type = "String" },
    { name = "event_time", type = "Fractional" },
    { name = "price", type = "Fractional" },
  ]
}
