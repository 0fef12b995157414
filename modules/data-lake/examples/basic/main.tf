# A table over Parquet files by day, and an Athena workgroup to query it; with its key, and the bucket of the access logs.

provider "aws" {
  region = var.region
}

data "aws_caller_identity" "current" {}

module "key" {
  source = "../../../kms-key"

  name        = var.name
  description = "Files and query results of ${var.name}"
}

module "access_logs" {
  source = "../../../bucket"

  bucket_name       = "${var.name}-logs-${data.aws_caller_identity.current.account_id}"
  access_log_target = true
}

module "data_lake" {
  source = "../.."

  bucket_name     = "${var.name}-${data.aws_caller_identity.current.account_id}"
  kms_key_arn     = module.key.key_arn
  log_bucket_name = module.access_logs.bucket_name

  database   = replace(var.name, "-", "_")
  table      = "trades"
  prefix     = "trades/"
  start_year = 2025
  workgroup  = var.name

  columns = [
    { name = "ticker", type = "string" },
    { name = "price", type = "double" },
    { name = "traded_at", type = "bigint" },
  ]
}
