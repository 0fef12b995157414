module "check_feature_store" {
  source = "../../modules/function"

  name                 = "${var.name}-check-feature-store"
  description          = "Measures count, age, completeness and duplicates of the features"
  package_file         = "${var.functions_directory}/check-feature-store.zip"
  timeout_seconds      = local.functions["check-feature-store"].timeout_seconds
  memory_mib           = local.functions["check-feature-store"].memory_mib
  reserved_concurrency = local.functions["check-feature-store"].reserved_concurrency
  environment = merge(local.function_settings["check-feature-store"], {
    FEATURE_GROUP_NAME = module.feature_group.feature_group_name
    TICKERS            = join(",", var.tickers)
    MAX_AGE_SECONDS    = tostring(var.feature_age_seconds)
    ATHENA_WORKGROUP   = module.lake.workgroup_name
    OFFLINE_DATABASE   = module.feature_group.offline_database
    OFFLINE_TABLE      = module.feature_group.offline_table
  })
  environment_kms_key_arn = local.key_arns["functions"]
  policy_arns             = { features = module.feature_group.reader_policy_arn, athena = module.lake.query_policy_arn }
  subnet_ids              = local.network.private_subnet_ids
  security_group_ids      = [module.functions_group.security_group_id]
  log_retention_days      = var.log_retention_days
  log_kms_key_arn         = local.key_arns["logs"]
}

module "check_feature_store_schedule" {
  source = "../../modules/schedule"

  name            = "${var.name}-check-feature-store-schedule"
  function_arn    = module.check_feature_store.function_arn
  expression      = "rate(5 minutes)"
  dead_letter_arn = aws_sqs_queue.missed["check-feature-store"].arn
}
