# Six Kafka brokers in three zones, for a load that is known and steady; with settings of their own, and an alarm before the disks are
# full.

provider "aws" {
  region = var.region
}

module "kafka_provisioned" {
  source = "../.."

  name          = var.name
  kafka_version = "4.1.x.kraft" # Without ZooKeeper, up to 60 brokers.

  # Two in each zone: while one is patched, the other has its share.
  broker_count  = 6
  instance_type = "kafka.m7g.xlarge"
  volume_gib    = 1000 # Can grow later, never shrink.

  subnet_ids           = module.network.private_subnet_ids
  security_group_ids   = [module.kafka_group.security_group_id]
  private_connectivity = true # For Firehose, which connects from a network of AWS's.

  kms_key_arn    = module.key.key_arn
  log_group_name = module.broker_logs.name

  configuration = {
    "compression.type"    = "producer"
    "log.retention.hours" = "72"
    "message.max.bytes"   = "8388608"
  }

  tags = {
    Team = "market-data"
  }
}

module "broker_logs" {
  source = "../../../log-group"

  name           = "/aws/msk/${var.name}"
  retention_days = 30
  kms_key_arn    = module.logs_key.key_arn
}

resource "aws_cloudwatch_metric_alarm" "disk" {
  count = 6

  alarm_name          = "${var.name}-disk-${count.index + 1}"
  alarm_description   = "The disk of broker ${count.index + 1} is more than 85% full: let it grow, or keep records for less long."
  namespace           = "AWS/Kafka"
  metric_name         = "KafkaDataLogsDiskUsed"
  dimensions          = { "Cluster Name" = module.kafka_provisioned.cluster_name, "Broker ID" = tostring(count.index + 1) }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 85
}
