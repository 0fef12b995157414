locals {
  network = {
    vpc_id                     = var.existing_network == null ? one(module.network[*].vpc_id) : var.existing_network.vpc_id
    vpc_cidr                   = var.existing_network == null ? one(module.network[*].vpc_cidr) : var.existing_network.vpc_cidr
    private_subnet_ids         = var.existing_network == null ? flatten(module.network[*].private_subnet_ids) : var.existing_network.private_subnet_ids
    endpoint_security_group_id = var.existing_network == null ? one(module.network[*].endpoint_security_group_id) : var.existing_network.endpoint_security_group_id
    s3_prefix_list_id          = var.existing_network == null ? one(module.network[*].s3_prefix_list_id) : var.existing_network.s3_prefix_list_id
  }

  # What runs in the private subnets calls these; the pollers of the event source mapping need none.
  interface_endpoints = ["athena", "logs", "monitoring", "sagemaker.featurestore-runtime"]

  kafka_port = 9098

  # Whether it is known how S3 is reached from the subnets; if not, the NAT gateway is the way.
  knows_s3 = var.existing_network == null ? true : var.existing_network.s3_prefix_list_id != null

  https_to_aws = var.nat ? {
    https = { port = 443, cidr = "0.0.0.0/0" }
    } : {
    endpoints = { port = 443, security_group_id = local.network.endpoint_security_group_id }
    s3        = { port = 443, prefix_list_id = local.network.s3_prefix_list_id }
  }
}

module "network" {
  source = "../../modules/network"
  count  = var.existing_network == null ? 1 : 0

  name                    = "${var.name}-network"
  cidr                    = var.cidr
  az_count                = var.az_count
  zone_ids                = var.zone_ids
  nat                     = var.nat
  interface_endpoints     = var.nat ? [] : local.interface_endpoints
  flow_log_retention_days = var.log_retention_days
  log_kms_key_arn         = local.key_arns["logs"]
}

module "kafka_group" {
  source = "../../modules/security-group"

  name        = "${var.name}-kafka"
  description = "Kafka brokers and the pollers of event source mappings"
  vpc_id      = local.network.vpc_id
  self_ports  = [local.kafka_port]
  # Batches that the pollers give up go to a bucket (https://docs.aws.amazon.com/lambda/latest/dg/kafka-on-failure.html).
  egress = {
    s3 = local.knows_s3 ? { port = 443, prefix_list_id = local.network.s3_prefix_list_id } : { port = 443, cidr = "0.0.0.0/0" }
  }
  ingress = {
    functions = { port = local.kafka_port, source_security_group_id = module.functions_group.security_group_id }
    flink     = { port = local.kafka_port, source_security_group_id = module.flink_group.security_group_id }
  }
}

module "functions_group" {
  source = "../../modules/security-group"

  name        = "${var.name}-functions"
  description = "Functions"
  vpc_id      = local.network.vpc_id
  egress = merge(local.https_to_aws, {
    kafka = { port = local.kafka_port, security_group_id = module.kafka_group.security_group_id }
  })
}

module "flink_group" {
  source = "../../modules/security-group"

  name        = "${var.name}-flink"
  description = "Flink job"
  vpc_id      = local.network.vpc_id
  egress = merge(local.https_to_aws, {
    kafka = { port = local.kafka_port, security_group_id = module.kafka_group.security_group_id }
  })
}
