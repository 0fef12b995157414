# Kafka brokers and their clients: the brokers let the clients in, the clients reach brokers and AWS by VPC endpoints, and nothing
# else is open.

provider "aws" {
  region = var.region
}

locals {
  kafka_port = 9098 # MSK with IAM.
}

module "key" {
  source = "../../../kms-key"

  name            = "${var.name}-logs"
  description     = "Flow logs of ${var.name}"
  cloudwatch_logs = true
}

module "network" {
  source = "../../../network"

  name                = var.name
  log_kms_key_arn     = module.key.key_arn
  interface_endpoints = ["logs", "sts"]
}

module "brokers" {
  source = "../.."

  name        = "${var.name}-brokers"
  description = "Kafka brokers and the pollers of event source mappings"
  vpc_id      = module.network.vpc_id
  self_ports  = [local.kafka_port] # A mapping's pollers are in the brokers' own group.

  ingress = {
    clients = { port = local.kafka_port, source_security_group_id = module.clients.security_group_id }

    # Metrics of provisioned brokers: JMX exporter and node exporter.
    monitoring = { port = 11001, to_port = 11002, source_security_group_id = module.clients.security_group_id }
  }

  tags = {
    Team = "streaming"
  }
}

module "clients" {
  source = "../.."

  name        = "${var.name}-clients"
  description = "Clients of Kafka"
  vpc_id      = module.network.vpc_id

  egress = {
    kafka      = { port = local.kafka_port, security_group_id = module.brokers.security_group_id }
    monitoring = { port = 11001, to_port = 11002, security_group_id = module.brokers.security_group_id }
    endpoints  = { port = 443, security_group_id = module.network.endpoint_security_group_id }
    s3         = { port = 443, prefix_list_id = module.network.s3_prefix_list_id }
    database   = { port = 5432, cidr = "10.20.0.0/16" } # In another VPC, whose groups cannot be named.
  }
}
