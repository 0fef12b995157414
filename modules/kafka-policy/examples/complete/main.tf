# Provisioned brokers that let Firehose connect: in addition to the policy they need private connectivity, and its ports open.

provider "aws" {
  region = var.region
}

module "kafka_policy" {
  source = "../.."

  cluster_arn          = module.cluster.cluster_arn
  trust_source_account = false # As in AWS's own example: what a stream reads is decided by its role.
}
