# Provisioned brokers that let Firehose connect: beside the policy they need private connectivity, and its ports open.

provider "aws" {
  region = var.region
}

module "kafka_policy" {
  source = "../.."

  cluster_arn = module.cluster.cluster_arn
}
