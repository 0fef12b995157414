locals {
  mib = 1024 * 1024

  # A dead letter holds the record that the job refused and, in headers, why: it may be larger than any price.
  largest_message = {
    input  = 8 * local.mib - 64 * 1024
    output = local.mib
    dlq    = 8 * local.mib
  }

  # Names by way of the topics: what uses one waits until it exists.
  topics = {
    for role, topic in var.topics : role => one([for name in module.topics.topic_names : name if name == topic.name])
  }
}

# MSK Serverless has no API for topics, so Terraform calls a function that makes, changes and deletes them.
module "topics" {
  source = "../../modules/kafka-topics"

  cluster_arn   = local.cluster.arn
  function_name = module.create_topics.function_name
  deletion      = var.topic_deletion
  topics = {
    for role, topic in var.topics : topic.name => {
      partitions = topic.partitions
      configs = merge(
        {
          "retention.ms"      = format("%d", topic.retention_hours * 3600 * 1000)
          "retention.bytes"   = "-1" # MSK Serverless would drop records beyond 250 GiB per partition, whatever the hours say.
          "max.message.bytes" = format("%d", local.largest_message[role])
        },
        # A price that is small only because it is compressed would fit no dead letter: the broker measures what is in it.
        role == "input" ? { "compression.type" = "uncompressed", "message.timestamp.type" = "LogAppendTime" } : {},
      )
    }
  }

  # The function deletes topics too: until then it must reach the brokers.
  depends_on = [module.functions_group, module.kafka_group]
}

module "create_topics_access" {
  source = "../../modules/kafka-access"

  name          = "${var.name}-topic-admin"
  cluster_arn   = local.cluster.arn
  admin_topics  = [for topic in values(var.topics) : topic.name]
  delete_topics = var.topic_deletion == "never" ? [] : [for topic in values(var.topics) : topic.name]
}

module "create_topics" {
  source = "../../modules/function"

  name                    = "${var.name}-create-topics"
  description             = "Creates, changes and deletes topics when Terraform says so"
  package_file            = "${var.functions_directory}/create-topics.zip"
  timeout_seconds         = local.functions["create-topics"].timeout_seconds
  memory_mib              = local.functions["create-topics"].memory_mib
  reserved_concurrency    = local.functions["create-topics"].reserved_concurrency
  environment             = merge(local.function_settings["create-topics"], { KAFKA_BOOTSTRAP_BROKERS = local.cluster.bootstrap_brokers })
  environment_kms_key_arn = local.key_arns["functions"]
  policy_arns             = { kafka = module.create_topics_access.policy_arn }
  subnet_ids              = local.network.private_subnet_ids
  security_group_ids      = [module.functions_group.security_group_id]
  log_retention_days      = var.log_retention_days
  log_kms_key_arn         = local.key_arns["logs"]
}
