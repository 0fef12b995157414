# An operators' host in a VPC without internet: Systems Manager reaches it through endpoints.

provider "aws" {
  region = var.region
}

module "key" {
  source = "../../../kms-key"

  name            = var.name
  description     = "Disk and flow logs of ${var.name}"
  cloudwatch_logs = true
}

module "network" {
  source = "../../../network"

  name                = var.name
  log_kms_key_arn     = module.key.key_arn
  interface_endpoints = ["ec2messages", "ssm", "ssmmessages"]
}

module "group" {
  source = "../../../security-group"

  name        = var.name
  description = "Host of the operators"
  vpc_id      = module.network.vpc_id
  egress      = { endpoints = { port = 443, security_group_id = module.network.endpoint_security_group_id } }
}

module "bastion" {
  source = "../.."

  name               = var.name
  subnet_id          = module.network.private_subnet_ids[0]
  security_group_ids = [module.group.security_group_id]
  kms_key_arn        = module.key.key_arn
}
