# A Flink job that reads and writes Kafka in transactions: parallel, scaled by AWS, patched at night.

provider "aws" {
  region = var.region
}

module "flink_application" {
  source = "../.."

  name        = var.name
  description = "One-minute aggregates by ticker" # Without a version: another text replaces the application, and its state is lost.
  runtime     = "FLINK-1_20"
  start       = var.start

  code_bucket_arn  = module.artifacts.bucket_arn
  code_key         = aws_s3_object.jar.key
  code_kms_key_arn = module.key.key_arn

  property_groups = {
    kafka = {
      "bootstrap.servers" = module.cluster.bootstrap_brokers
      "input.topic"       = "prices"
      "output.topic"      = "aggregates"
      "group.id"          = var.name
    }
    job = {
      "transactional.id.prefix" = var.name
      "window.seconds"          = "60"
    }
  }

  # Two KPUs for the four subtasks, and always one more for AWS's own work.
  parallelism         = 4
  parallelism_per_kpu = 2
  autoscaling         = true

  # What is written can be read after the next checkpoint: half a minute later at most.
  checkpoint_interval_ms = 30000
  min_pause_ms           = 5000

  # A job that lost an operator says so instead of starting without its state.
  allow_non_restored_state = false

  log_level                = "WARN"
  metrics_level            = "TASK" # The level below multiplies their number, and their cost.
  maintenance_window_start = "22:00"

  subnet_ids         = module.network.private_subnet_ids
  security_group_ids = [module.group.security_group_id]

  policy_arns              = { kafka = module.kafka_access.policy_arn }
  permissions_boundary_arn = var.permissions_boundary_arn

  log_retention_days = 90
  log_kms_key_arn    = module.key.key_arn

  tags = {
    Team = "market-data"
  }
}

module "kafka_access" {
  source = "../../../kafka-access"

  name              = "${var.name}-kafka"
  cluster_arn       = module.cluster.cluster_arn
  read_topics       = ["prices"]
  write_topics      = ["aggregates"]
  groups            = [var.name]
  transactional_ids = ["${var.name}-*"]
}
