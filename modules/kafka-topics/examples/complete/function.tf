# MSK Serverless has no API for topics: a function in the cluster's VPC makes them.
module "create_topics" {
  source = "../../../function"

  name                    = "${var.name}-create-topics"
  description             = "Creates, changes and deletes topics"
  package_file            = var.create_topics_package
  timeout_seconds         = 300
  environment             = { KAFKA_BOOTSTRAP_BROKERS = module.cluster.bootstrap_brokers }
  environment_kms_key_arn = module.key.key_arn
  policy_arns             = { kafka = module.create_topics_access.policy_arn }
  subnet_ids              = module.network.private_subnet_ids
  security_group_ids      = [module.kafka_group.security_group_id]
  log_retention_days      = 30
  log_kms_key_arn         = module.key.key_arn
}

module "create_topics_access" {
  source = "../../../kafka-access"

  name          = "${var.name}-create-topics"
  cluster_arn   = module.cluster.cluster_arn
  admin_topics  = concat(keys(local.topics), local.retired_topics)
  delete_topics = concat(keys(local.topics), local.retired_topics)
}
