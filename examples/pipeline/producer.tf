module "producer_access" {
  source = "../../modules/kafka-access"

  name         = "${var.name}-producer"
  cluster_arn  = local.cluster.arn
  write_topics = [local.topics.input]
}

module "producer" {
  source = "../../modules/function"

  name                 = "${var.name}-producer"
  description          = "Sends random prices to ${local.topics.input}"
  package_file         = "${var.functions_directory}/producer.zip"
  timeout_seconds      = local.functions["producer"].timeout_seconds
  memory_mib           = local.functions["producer"].memory_mib
  reserved_concurrency = local.functions["producer"].reserved_concurrency
  environment = merge(local.function_settings["producer"], {
    KAFKA_BOOTSTRAP_BROKERS = local.cluster.bootstrap_brokers
    INPUT_TOPIC             = local.topics.input
    TICKERS                 = join(",", var.tickers)
    RECORDS_PER_INVOCATION  = tostring(var.records_per_invocation)
  })
  environment_kms_key_arn = local.key_arns["functions"]
  policy_arns             = { kafka = module.producer_access.policy_arn }
  subnet_ids              = local.network.private_subnet_ids
  security_group_ids      = [module.functions_group.security_group_id]
  log_retention_days      = var.log_retention_days
  log_kms_key_arn         = local.key_arns["logs"]
}

module "producer_schedule" {
  source = "../../modules/schedule"

  name            = "${var.name}-producer-schedule"
  function_arn    = module.producer.function_arn
  expression      = var.producer_schedule
  dead_letter_arn = aws_sqs_queue.missed["producer"].arn
}
