# A cluster that is there already takes the place of all this.

module "key" {
  source = "../../../kms-key"

  name            = "${var.name}-logs"
  description     = "Logs of ${var.name}"
  cloudwatch_logs = true
}

module "network" {
  source = "../../../network"

  name            = var.name
  log_kms_key_arn = module.key.key_arn
}

module "kafka_group" {
  source = "../../../security-group"

  name        = "${var.name}-kafka"
  description = "Kafka brokers and their clients"
  vpc_id      = module.network.vpc_id
  self_ports  = [9098]
}

module "cluster" {
  source = "../../../kafka-serverless"

  name               = var.name
  subnet_ids         = module.network.private_subnet_ids
  security_group_ids = [module.kafka_group.security_group_id]
}
