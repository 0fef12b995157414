locals {
  feature_types = { string = "String", double = "Fractional", bigint = "Integral" }

  features = concat(
    [for column in local.columns : { name = column.name, type = local.feature_types[column.type] }],
    [{ name = "event_time", type = "Fractional" }],
  )
}

module "feature_group" {
  source = "../../modules/feature-store"

  name              = "${var.name}-aggregates"
  record_identifier = "ticker"
  event_time        = "event_time"
  features          = local.features
  bucket_name       = module.lake.bucket_name
  prefix            = "features/"
  kms_key_arn       = local.key_arns["lake"]
}

# Batches that were given up, with their records and the error.
module "failures" {
  source = "../../modules/bucket"

  bucket_name     = "${var.name}-failures-${data.aws_caller_identity.current.account_id}"
  kms_key_arn     = local.key_arns["lake"]
  log_bucket_name = module.access_logs.bucket_name
  expire_days     = 90
  force_destroy   = var.force_destroy
}

module "feature_store" {
  source = "../../modules/function"

  name                    = "${var.name}-feature-store"
  description             = "Writes ${local.topics.output} to the feature group"
  package_file            = "${var.functions_directory}/feature-store.zip"
  timeout_seconds         = local.functions["feature-store"].timeout_seconds
  memory_mib              = local.functions["feature-store"].memory_mib
  environment             = merge(local.function_settings["feature-store"], { FEATURE_GROUP_NAME = module.feature_group.feature_group_name })
  environment_kms_key_arn = local.key_arns["functions"]
  policy_arns             = { features = module.feature_group.writer_policy_arn }
  subnet_ids              = local.network.private_subnet_ids
  security_group_ids      = [module.functions_group.security_group_id]
  log_retention_days      = var.log_retention_days
  log_kms_key_arn         = local.key_arns["logs"]
}

module "feature_source" {
  source = "../../modules/kafka-event-source"

  name                   = "${var.name}-feature-store"
  function_name          = module.feature_store.function_name
  role_name              = module.feature_store.role_name
  cluster_arn            = local.cluster.arn
  topic                  = local.topics.output
  consumer_group_id      = "${var.name}-feature-store"
  on_failure_bucket_arn  = module.failures.bucket_arn
  on_failure_kms_key_arn = local.key_arns["lake"]
}
