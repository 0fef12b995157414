# An application's log group, with a key that CloudWatch Logs may use.

provider "aws" {
  region = var.region
}

module "key" {
  source = "../../../kms-key"

  name            = "${var.name}-logs"
  description     = "Logs of ${var.name}"
  cloudwatch_logs = true
}

module "log_group" {
  source = "../.."

  name           = "/${var.name}/application"
  retention_days = 30
  kms_key_arn    = module.key.key_arn
}
