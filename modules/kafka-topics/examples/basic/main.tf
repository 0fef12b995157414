# An MSK Serverless cluster, the function that makes topics in it, and one topic.

provider "aws" {
  region = var.region
}

locals {
  topics = {
    prices = { partitions = 3 }
  }
}

module "kafka_topics" {
  source = "../.."

  cluster_arn   = module.cluster.cluster_arn
  function_name = module.create_topics.function_name
  topics        = local.topics
  deletion      = "empty" # A destroy deletes topics, and is refused while one holds records.

  # The function deletes topics too: until then it must reach the brokers.
  depends_on = [module.kafka_group]
}
