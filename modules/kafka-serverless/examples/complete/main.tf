# An MSK Serverless cluster over three zones with a group for its clients, and what each kind of them may do.

provider "aws" {
  region = var.region
}

module "kafka_serverless" {
  source = "../.."

  name               = var.name
  subnet_ids         = module.network.private_subnet_ids
  security_group_ids = [module.kafka_group.security_group_id]

  tags = {
    Team = "market-data"
  }
}

# For Firehose, which connects from a network of AWS's.
module "firehose_may_connect" {
  source = "../../../kafka-policy"

  cluster_arn = module.kafka_serverless.cluster_arn
}

module "producer_access" {
  source = "../../../kafka-access"

  name         = "${var.name}-producer"
  cluster_arn  = module.kafka_serverless.cluster_arn
  write_topics = ["prices"]
}

module "consumer_access" {
  source = "../../../kafka-access"

  name        = "${var.name}-consumer"
  cluster_arn = module.kafka_serverless.cluster_arn
  read_topics = ["prices"]
  groups      = ["${var.name}-*"]
}
