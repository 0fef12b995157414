# A cluster that is there already takes the place of all this.

module "key" {
  source = "../../../kms-key"

  name            = var.name
  description     = "Logs and settings of ${var.name}"
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
  description = "Kafka brokers, their clients, and the pollers of event source mappings"
  vpc_id      = module.network.vpc_id
  self_ports  = [9098]
  egress      = { s3 = { port = 443, prefix_list_id = module.network.s3_prefix_list_id } } # Where pollers put failed batches.
}

module "cluster" {
  source = "../../../kafka-serverless"

  name               = var.name
  subnet_ids         = module.network.private_subnet_ids
  security_group_ids = [module.kafka_group.security_group_id]
}
