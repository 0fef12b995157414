# A function, with a key for its environment variables and its logs. hello.zip holds hello/index.mjs.

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
  source = "../.."

  name                    = var.name
  description             = "Greets"
  package_file            = "${path.module}/hello.zip"
  environment_kms_key_arn = module.key.key_arn
  log_retention_days      = 30
  log_kms_key_arn         = module.key.key_arn
}
