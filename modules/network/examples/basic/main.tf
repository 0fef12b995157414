# A VPC with two private subnets. S3 is reached through a gateway endpoint, the internet not at all.

provider "aws" {
  region = var.region
}

module "key" {
  source = "../../../kms-key"

  name            = "${var.name}-logs"
  description     = "Flow logs of ${var.name}"
  cloudwatch_logs = true
}

module "network" {
  source = "../.."

  name            = var.name
  log_kms_key_arn = module.key.key_arn
}
