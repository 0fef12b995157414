data "aws_caller_identity" "current" {}

locals {
  prefix = "prices/"
}

module "key" {
  source = "../../../kms-key"

  name            = var.name
  description     = "Files and logs of ${var.name}"
  cloudwatch_logs = true
}

module "access_logs" {
  source = "../../../bucket"

  bucket_name       = "${var.name}-logs-${data.aws_caller_identity.current.account_id}"
  access_log_target = true
}

module "lake" {
  source = "../../../data-lake"

  bucket_name     = "${var.name}-lake-${data.aws_caller_identity.current.account_id}"
  kms_key_arn     = module.key.key_arn
  log_bucket_name = module.access_logs.bucket_name
  database        = replace(var.name, "-", "_")
  table           = "prices"
  prefix          = local.prefix
  start_year      = 2025
  workgroup       = var.name

  # Firehose takes the fields of these names from each record and leaves out the others.
  columns = [
    { name = "ticker", type = "string" },
    { name = "price", type = "double" },
    { name = "timestamp", type = "bigint" },
  ]
}
