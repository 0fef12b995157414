# An operators' host that reaches Kafka, and packages on the internet through NAT. Who may open a session is up to IAM.

provider "aws" {
  region = var.region
}

locals {
  kafka_port = 9098 # MSK with IAM.
}

module "key" {
  source = "../../../kms-key"

  name            = var.name
  description     = "Disk and flow logs of ${var.name}"
  cloudwatch_logs = true
}

module "network" {
  source = "../../../network"

  name            = var.name
  log_kms_key_arn = module.key.key_arn
  nat             = true
}

module "kafka_group" {
  source = "../../../security-group"

  name        = "${var.name}-kafka"
  description = "Kafka brokers"
  vpc_id      = module.network.vpc_id
  ingress     = { operators = { port = local.kafka_port, source_security_group_id = module.group.security_group_id } }
}

module "cluster" {
  source = "../../../kafka-serverless"

  name               = var.name
  subnet_ids         = module.network.private_subnet_ids
  security_group_ids = [module.kafka_group.security_group_id]
}

# Operators read these, and change nothing.
module "kafka_access" {
  source = "../../../kafka-access"

  name        = "${var.name}-kafka"
  cluster_arn = module.cluster.cluster_arn
  read_topics = ["prices", "aggregates"]
  groups      = ["operators-*"]
}

module "group" {
  source = "../../../security-group"

  name        = var.name
  description = "Host of the operators"
  vpc_id      = module.network.vpc_id

  egress = {
    https = { port = 443, cidr = "0.0.0.0/0" }
    kafka = { port = local.kafka_port, security_group_id = module.kafka_group.security_group_id }
  }
}

module "bastion" {
  source = "../.."

  name               = var.name
  subnet_id          = module.network.private_subnet_ids[0]
  security_group_ids = [module.group.security_group_id]

  instance_type = "t4g.medium" # Kafka's own tools are Java and want memory.
  volume_gib    = 50
  kms_key_arn   = module.key.key_arn

  policy_arns              = { kafka = module.kafka_access.policy_arn }
  permissions_boundary_arn = var.permissions_boundary_arn

  tags = {
    Team = "operations"
  }
}
