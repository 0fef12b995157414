# An MSK Serverless cluster in a VPC. Clients in its security group can reach it; IAM decides on topics.

provider "aws" {
  region = var.region
}

module "kafka_serverless" {
  source = "../.."

  name               = var.name
  subnet_ids         = module.network.private_subnet_ids
  security_group_ids = [module.kafka_group.security_group_id]
}
