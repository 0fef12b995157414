# An MSK Serverless cluster, the function that makes topics in it, and topics for events, for the newest state and for what could not be
# processed.

provider "aws" {
  region = var.region
}

locals {
  day_ms = 24 * 3600 * 1000

  # Left local.topics earlier, and are deleted once they are empty.
  retired_topics = ["prices-by-hour"]

  topics = {
    prices = {
      partitions = 12 # Can grow later, never shrink.
      configs = {
        "compression.type"       = "producer"
        "message.timestamp.type" = "CreateTime"
        "retention.ms"           = format("%d", local.day_ms)
      }
    }

    # Compaction keeps the newest record of each key. It is chosen when the topic is made and stays.
    instruments = {
      partitions = 3
      configs    = { "cleanup.policy" = "compact" }
    }

    # A dead letter holds a whole record and why it was refused, and waits until somebody has looked at it.
    prices-dlq = {
      partitions = 1
      configs = {
        "max.message.bytes" = format("%d", 8 * 1024 * 1024)
        "retention.ms"      = format("%d", 14 * local.day_ms)
      }
    }
  }
}

module "kafka_topics" {
  source = "../.."

  cluster_arn    = module.cluster.cluster_arn
  function_name  = module.create_topics.function_name
  topics         = local.topics
  deletion       = "empty" # A destroy deletes topics, and is refused while one holds records.
  retired_topics = local.retired_topics

  # The function deletes topics too: until then it must reach the brokers.
  depends_on = [module.kafka_group]
}
