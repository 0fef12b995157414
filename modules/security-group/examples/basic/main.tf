# A group for functions that call AWS and nobody else: HTTPS out, nothing in.

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
  source = "../../../network"

  name            = var.name
  nat             = true
  log_kms_key_arn = module.key.key_arn
}

module "security_group" {
  source = "../.."

  name        = var.name
  description = "Functions that call AWS"
  vpc_id      = module.network.vpc_id

  egress = {
    https = { port = 443, cidr = "0.0.0.0/0" }
  }
}
