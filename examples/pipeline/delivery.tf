module "delivery" {
  source = "../../modules/firehose"

  name               = "${var.name}-aggregates"
  cluster_arn        = module.firehose_may_connect.cluster_arn
  topic              = local.topics.output
  bucket_arn         = module.lake.bucket_arn
  kms_key_arn        = local.key_arns["lake"]
  prefix             = local.folder
  error_prefix       = "errors/"
  glue_database      = module.lake.database_name
  glue_table         = module.lake.table_name
  buffer_mb          = 64
  buffer_seconds     = var.buffer_seconds
  log_retention_days = var.log_retention_days
  log_kms_key_arn    = local.key_arns["logs"]
}
