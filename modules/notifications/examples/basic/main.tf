# A topic for alarms, with a key that CloudWatch may use.

provider "aws" {
  region = var.region
}

module "key" {
  source = "../../../kms-key"

  name               = var.name
  description        = "Messages of ${var.name}"
  service_principals = { CloudWatchAlarms = { service = "cloudwatch.amazonaws.com" } }
}

module "notifications" {
  source = "../.."

  name        = var.name
  kms_key_arn = module.key.key_arn
}
