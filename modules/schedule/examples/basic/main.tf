# A function that runs every morning, and the queue of the invocations that could not be made. report.zip holds report/index.mjs.

provider "aws" {
  region = var.region
}

module "key" {
  source = "../../../kms-key"

  name            = var.name
  description     = "Settings and logs of ${var.name}"
  cloudwatch_logs = true
}

module "function" {
  source = "../../../function"

  name                    = var.name
  description             = "Reports"
  package_file            = "${path.module}/report.zip"
  environment_kms_key_arn = module.key.key_arn
  log_retention_days      = 30
  log_kms_key_arn         = module.key.key_arn
}

resource "aws_sqs_queue" "missed" {
  name                    = "${var.name}-missed"
  sqs_managed_sse_enabled = true
}

module "schedule" {
  source = "../.."

  name            = "${var.name}-schedule"
  function_arn    = module.function.function_arn
  expression      = "cron(0 6 * * ? *)"
  dead_letter_arn = aws_sqs_queue.missed.arn
}
