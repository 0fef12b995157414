locals {
  kafka_port = 9098 # MSK with IAM.
}

module "key" {
  source = "../../../kms-key"

  name            = var.name
  description     = "Code and logs of ${var.name}"
  cloudwatch_logs = true
}

# The job reaches CloudWatch and S3 through endpoints.
module "network" {
  source = "../../../network"

  name                = var.name
  az_count            = 3
  log_kms_key_arn     = module.key.key_arn
  interface_endpoints = ["logs", "monitoring"]
}

module "kafka_group" {
  source = "../../../security-group"

  name        = "${var.name}-kafka"
  description = "Kafka brokers"
  vpc_id      = module.network.vpc_id
  ingress     = { job = { port = local.kafka_port, source_security_group_id = module.group.security_group_id } }
}

module "cluster" {
  source = "../../../kafka-serverless"

  name               = var.name
  subnet_ids         = module.network.private_subnet_ids
  security_group_ids = [module.kafka_group.security_group_id]
}

module "group" {
  source = "../../../security-group"

  name        = var.name
  description = "The Flink job ${var.name}"
  vpc_id      = module.network.vpc_id

  egress = {
    kafka     = { port = local.kafka_port, security_group_id = module.kafka_group.security_group_id }
    endpoints = { port = 443, security_group_id = module.network.endpoint_security_group_id }
    s3        = { port = 443, prefix_list_id = module.network.s3_prefix_list_id }
  }
}
