# An MSK Serverless cluster that lets Firehose connect.

provider "aws" {
  region = var.region
}

module "kafka_policy" {
  source = "../.."

  cluster_arn = module.cluster.cluster_arn
}
