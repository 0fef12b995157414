# A policy for a client that reads one topic of an MSK cluster.

provider "aws" {
  region = var.region
}

module "kafka_access" {
  source = "../.."

  name        = "${var.name}-kafka"
  cluster_arn = module.cluster.cluster_arn
  read_topics = ["prices"]
  groups      = [var.name]
}
