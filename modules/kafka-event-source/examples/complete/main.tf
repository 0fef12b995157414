# A function that is given the records of a busy topic in large batches: by more pollers when more comes, and with limits on how often and
# how long one is tried. indexer.zip holds indexer/index.mjs.

provider "aws" {
  region = var.region
}

data "aws_caller_identity" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id
}

module "key" {
  source = "../../../kms-key"

  name            = var.name
  description     = "Settings, logs and failed batches of ${var.name}"
  cloudwatch_logs = true
}

module "access_logs" {
  source = "../../../bucket"

  bucket_name       = "${var.name}-logs-${local.account}"
  access_log_target = true
  expire_days       = 90
}

module "failures" {
  source = "../../../bucket"

  bucket_name     = "${var.name}-failures-${local.account}"
  kms_key_arn     = module.key.key_arn
  log_bucket_name = module.access_logs.bucket_name
  expire_days     = 90
}

module "function" {
  source = "../../../function"

  name                    = var.name
  description             = "Indexes what comes from ${var.topic}"
  package_file            = "${path.module}/indexer.zip"
  memory_mib              = 1024
  timeout_seconds         = 60
  environment_kms_key_arn = module.key.key_arn
  log_retention_days      = 90
  log_kms_key_arn         = module.key.key_arn
}

module "kafka_event_source" {
  source = "../.."

  name          = var.name
  function_name = module.function.function_name
  role_name     = module.function.role_name

  cluster_arn       = var.cluster_arn
  topic             = var.topic
  consumer_group_id = "${var.name}-1" # Cannot change: another number reads the topic again.
  starting_position = "TRIM_HORIZON"  # Only for a group that has no offsets yet.
  enabled           = var.enabled

  # What comes first ends a batch: records, seconds, or Lambda's six megabytes.
  batch_size              = 1000
  batching_window_seconds = 5

  # Billed by the hour, each: one is enough at night.
  minimum_pollers = 1
  maximum_pollers = 10

  # Split in two each time, ten attempts find one record in a thousand. A day later nobody wants it.
  bisect                     = true
  maximum_retry_attempts     = 10
  maximum_record_age_seconds = 24 * 3600

  on_failure_bucket_arn  = module.failures.bucket_arn
  on_failure_kms_key_arn = module.key.key_arn

  tags = {
    Team = "search"
  }
}
