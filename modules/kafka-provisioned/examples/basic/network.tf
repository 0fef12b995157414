# A VPC that is there already takes the place of all this.

module "key" {
  source = "../../../kms-key"

  name            = var.name
  description     = "Storage and logs of ${var.name}"
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
  description = "Kafka brokers and their clients"
  vpc_id      = module.network.vpc_id
  self_ports  = [9098]
}
