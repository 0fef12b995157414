# A stream from a topic into the table of a lake with few, large files, and alarms when it falls behind or cannot convert.

provider "aws" {
  region = var.region
}

locals {
  buffer_seconds = 900
}

module "firehose_may_connect" {
  source = "../../../kafka-policy"

  cluster_arn = var.cluster_arn
}

module "firehose" {
  source = "../.."

  name        = var.name
  cluster_arn = module.firehose_may_connect.cluster_arn
  topic       = var.topic

  bucket_arn    = module.lake.bucket_arn
  kms_key_arn   = module.key.key_arn
  prefix        = local.prefix
  error_prefix  = "failed/" # Outside the table's own folder, or Athena would read it.
  glue_database = module.lake.database_name
  glue_table    = module.lake.table_name

  # A file is written when either is reached. Athena is fast with files of 128 MiB and slow with thousands of small ones.
  buffer_mb      = 128
  buffer_seconds = local.buffer_seconds

  log_retention_days = 90
  log_kms_key_arn    = module.key.key_arn

  permissions_boundary_arn = var.permissions_boundary_arn
  trust_source_account     = false # AWS documents the external ID, which the roles ask for anyway.

  tags = {
    Team = "market-data"
  }
}

resource "aws_cloudwatch_metric_alarm" "late" {
  alarm_name          = "${var.name}-late"
  alarm_description   = "Records wait in Firehose for more than twice as long as they should."
  namespace           = "AWS/Firehose"
  metric_name         = "DeliveryToS3.DataFreshness"
  dimensions          = { DeliveryStreamName = module.firehose.stream_name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 2
  comparison_operator = "GreaterThanThreshold"
  threshold           = 2 * local.buffer_seconds
  treat_missing_data  = "notBreaching"
}

resource "aws_cloudwatch_metric_alarm" "unreadable" {
  alarm_name          = "${var.name}-unreadable"
  alarm_description   = "Firehose cannot convert records: they are below failed/ in the lake."
  namespace           = "AWS/Firehose"
  metric_name         = "FailedConversion.Records"
  dimensions          = { DeliveryStreamName = module.firehose.stream_name }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
}
