# A stream from a topic into the table of a lake, as Parquet.

provider "aws" {
  region = var.region
}

module "firehose_may_connect" {
  source = "../../../kafka-policy"

  cluster_arn = var.cluster_arn
}

module "firehose" {
  source = "../.."

  name               = var.name
  cluster_arn        = module.firehose_may_connect.cluster_arn
  topic              = var.topic
  bucket_arn         = module.lake.bucket_arn
  kms_key_arn        = module.key.key_arn
  prefix             = local.prefix
  glue_database      = module.lake.database_name
  glue_table         = module.lake.table_name
  log_retention_days = 30
  log_kms_key_arn    = module.key.key_arn
}
