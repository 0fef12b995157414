locals {
  cluster = {
    arn               = one(concat(module.kafka_serverless[*].cluster_arn, module.kafka_provisioned[*].cluster_arn))
    name              = one(concat(module.kafka_serverless[*].cluster_name, module.kafka_provisioned[*].cluster_name))
    bootstrap_brokers = one(concat(module.kafka_serverless[*].bootstrap_brokers, module.kafka_provisioned[*].bootstrap_brokers))
  }
}

module "kafka_serverless" {
  source = "../../modules/kafka-serverless"
  count  = var.brokers == null ? 1 : 0

  name               = "${var.name}-kafka"
  subnet_ids         = local.network.private_subnet_ids
  security_group_ids = [module.kafka_group.security_group_id]
}

module "kafka_provisioned" {
  source = "../../modules/kafka-provisioned"
  count  = var.brokers == null ? 0 : 1

  name               = "${var.name}-kafka"
  subnet_ids         = local.network.private_subnet_ids
  security_group_ids = [module.kafka_group.security_group_id]
  kms_key_arn        = local.key_arns["kafka"]
  log_group_name     = one(module.broker_logs[*].name)
  broker_count       = var.brokers.count
  instance_type      = var.brokers.instance_type
  volume_gib         = var.brokers.volume_gib
}

module "broker_logs" {
  source = "../../modules/log-group"
  count  = var.brokers == null ? 0 : 1

  name           = "/aws/msk/${var.name}-kafka"
  retention_days = var.log_retention_days
  kms_key_arn    = local.key_arns["logs"]
}

# Firehose reaches provisioned brokers through a load balancer in the cluster's own subnets, on these ports
# (https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html).
resource "aws_vpc_security_group_ingress_rule" "private_connectivity" {
  count = var.brokers == null ? 0 : 1

  description       = "Private connectivity with IAM, for Firehose"
  security_group_id = module.kafka_group.security_group_id
  from_port         = 14001
  to_port           = 14100
  ip_protocol       = "tcp"
  cidr_ipv4         = local.network.vpc_cidr
}

module "firehose_may_connect" {
  source = "../../modules/kafka-policy"

  cluster_arn = local.cluster.arn
}
