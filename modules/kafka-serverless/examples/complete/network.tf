locals {
  kafka_port = 9098 # MSK with IAM.
}

module "key" {
  source = "../../../kms-key"

  name            = "${var.name}-logs"
  description     = "Logs of ${var.name}"
  cloudwatch_logs = true
}

module "network" {
  source = "../../../network"

  name            = var.name
  az_count        = 3
  log_kms_key_arn = module.key.key_arn
}

module "kafka_group" {
  source = "../../../security-group"

  name        = "${var.name}-kafka"
  description = "Kafka brokers and the pollers of event source mappings"
  vpc_id      = module.network.vpc_id
  self_ports  = [local.kafka_port]
  ingress     = { clients = { port = local.kafka_port, source_security_group_id = module.clients_group.security_group_id } }
}

module "clients_group" {
  source = "../../../security-group"

  name        = "${var.name}-clients"
  description = "Clients of Kafka"
  vpc_id      = module.network.vpc_id
  egress      = { kafka = { port = local.kafka_port, security_group_id = module.kafka_group.security_group_id } }
}
