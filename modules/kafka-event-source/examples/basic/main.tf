# A function that is given the records of a topic, and the bucket of the batches it could not process. listener.zip holds
# listener/index.mjs.

provider "aws" {
  region = var.region
}

data "aws_caller_identity" "current" {}

module "key" {
  source = "../../../kms-key"

  name            = var.name
  description     = "Settings, logs and failed batches of ${var.name}"
  cloudwatch_logs = true
}

module "access_logs" {
  source = "../../../bucket"

  bucket_name       = "${var.name}-logs-${data.aws_caller_identity.current.account_id}"
  access_log_target = true
}

module "failures" {
  source = "../../../bucket"

  bucket_name     = "${var.name}-failures-${data.aws_caller_identity.current.account_id}"
  kms_key_arn     = module.key.key_arn
  log_bucket_name = module.access_logs.bucket_name
}

module "function" {
  source = "../../../function"

  name                    = var.name
  description             = "Logs what comes from ${var.topic}"
  package_file            = "${path.module}/listener.zip"
  environment_kms_key_arn = module.key.key_arn
  log_retention_days      = 30
  log_kms_key_arn         = module.key.key_arn
}

module "kafka_event_source" {
  source = "../.."

  name                   = var.name
  function_name          = module.function.function_name
  role_name              = module.function.role_name
  cluster_arn            = var.cluster_arn
  topic                  = var.topic
  consumer_group_id      = var.name
  on_failure_bucket_arn  = module.failures.bucket_arn
  on_failure_kms_key_arn = module.key.key_arn
}
