# For people: `aws lambda invoke` answers what is in a topic, from any position. On a schedule its log says so.
module "consumer_access" {
  source = "../../modules/kafka-access"

  name        = "${var.name}-consumer"
  cluster_arn = local.cluster.arn
  read_topics = [local.topics.output, local.topics.dlq]
  groups      = ["${var.name}-consumer"]
}

module "consumer" {
  source = "../../modules/function"

  name                 = "${var.name}-consumer"
  description          = "Reports what is in ${local.topics.output}, or ${local.topics.dlq}, from a given position"
  package_file         = "${var.functions_directory}/consumer.zip"
  timeout_seconds      = local.functions["consumer"].timeout_seconds
  memory_mib           = local.functions["consumer"].memory_mib
  reserved_concurrency = local.functions["consumer"].reserved_concurrency
  environment = merge(local.function_settings["consumer"], {
    KAFKA_BOOTSTRAP_BROKERS = local.cluster.bootstrap_brokers
    OUTPUT_TOPIC            = local.topics.output
    CONSUMER_GROUP          = "${var.name}-consumer"
  })
  environment_kms_key_arn = local.key_arns["functions"]
  policy_arns             = { kafka = module.consumer_access.policy_arn }
  subnet_ids              = local.network.private_subnet_ids
  security_group_ids      = [module.functions_group.security_group_id]
  log_retention_days      = var.log_retention_days
  log_kms_key_arn         = local.key_arns["logs"]
}

module "consumer_schedule" {
  source = "../../modules/schedule"
  count  = var.consumer_schedule == null ? 0 : 1

  name            = "${var.name}-consumer-schedule"
  function_arn    = module.consumer.function_arn
  expression      = var.consumer_schedule
  dead_letter_arn = aws_sqs_queue.missed["consumer"].arn
}
