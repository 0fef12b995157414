# A bucket, its key, and the bucket of its access logs.

provider "aws" {
  region = var.region
}

data "aws_caller_identity" "current" {}

module "key" {
  source = "../../../kms-key"

  name        = var.name
  description = "Objects of ${var.name}"
}

# S3 writes access logs with its own key, and those of this bucket nowhere.
module "access_logs" {
  source = "../../../bucket"

  bucket_name       = "${var.name}-logs-${data.aws_caller_identity.current.account_id}"
  access_log_target = true
}

module "bucket" {
  source = "../.."

  bucket_name     = "${var.name}-${data.aws_caller_identity.current.account_id}"
  kms_key_arn     = module.key.key_arn
  log_bucket_name = module.access_logs.bucket_name
}
