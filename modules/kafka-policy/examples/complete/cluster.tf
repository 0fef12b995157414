module "key" {
  source = "../../../kms-key"

  name            = var.name
  description     = "Storage and logs of ${var.name}"
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

# Firehose comes through a load balancer in the cluster's own subnets, on these ports
# (https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html).
resource "aws_vpc_security_group_ingress_rule" "private_connectivity" {
  description       = "Private connectivity with IAM"
  security_group_id = module.kafka_group.security_group_id
  from_port         = 14001
  to_port           = 14100
  ip_protocol       = "tcp"
  cidr_ipv4         = module.network.vpc_cidr
}

module "broker_logs" {
  source = "../../../log-group"

  name           = "/aws/msk/${var.name}"
  retention_days = 30
  kms_key_arn    = module.key.key_arn
}

module "cluster" {
  source = "../../../kafka-provisioned"

  name                 = var.name
  broker_count         = 2
  private_connectivity = true
  subnet_ids           = module.network.private_subnet_ids
  security_group_ids   = [module.kafka_group.security_group_id]
  kms_key_arn          = module.key.key_arn
  log_group_name       = module.broker_logs.name
}
