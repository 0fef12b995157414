# Three Kafka brokers in as many zones. They cost about 15 US dollars a day, and take half an hour to come up.

provider "aws" {
  region = var.region
}

module "kafka_provisioned" {
  source = "../.."

  name               = var.name
  subnet_ids         = module.network.private_subnet_ids
  security_group_ids = [module.kafka_group.security_group_id]
  kms_key_arn        = module.key.key_arn
  log_group_name     = module.broker_logs.name
}

module "broker_logs" {
  source = "../../../log-group"

  name           = "/aws/msk/${var.name}"
  retention_days = 30
  kms_key_arn    = module.key.key_arn
}
