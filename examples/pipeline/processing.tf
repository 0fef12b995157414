locals {
  job_name = "${var.name}-aggregator"
}

module "artifacts" {
  source = "../../modules/bucket"

  bucket_name     = "${var.name}-artifacts-${data.aws_caller_identity.current.account_id}"
  kms_key_arn     = local.key_arns["lake"]
  log_bucket_name = module.access_logs.bucket_name
  force_destroy   = var.force_destroy
}

resource "aws_s3_object" "job" {
  bucket             = module.artifacts.bucket_name
  key                = "flink-job/${substr(filesha256(var.job_jar), 0, 32)}.jar" # Managed Flink takes new code only from a new key.
  source             = var.job_jar
  kms_key_id         = local.key_arns["lake"]
  bucket_key_enabled = true

  lifecycle {
    create_before_destroy = true # The job refers to the old jar until its update to the new one.
  }
}

module "job_access" {
  source = "../../modules/kafka-access"

  name              = local.job_name
  cluster_arn       = local.cluster.arn
  read_topics       = [local.topics.input]
  write_topics      = [local.topics.output, local.topics.dlq]
  groups            = [local.job_name]
  transactional_ids = ["${local.job_name}-*"]
}

module "job" {
  source = "../../modules/flink-application"

  name                   = local.job_name
  code_bucket_arn        = module.artifacts.bucket_arn
  code_key               = aws_s3_object.job.key
  code_kms_key_arn       = local.key_arns["lake"]
  parallelism            = var.parallelism
  autoscaling            = var.autoscaling
  checkpoint_interval_ms = var.checkpoint_interval_ms

  property_groups = {
    kafka = {
      "bootstrap.servers" = local.cluster.bootstrap_brokers
      "input.topic"       = local.topics.input
      "output.topic"      = local.topics.output
      "dlq.topic"         = local.topics.dlq
      "group.id"          = local.job_name
    }
    job = {
      "transactional.id.prefix"  = local.job_name
      "window.seconds"           = "60"
      "future.tolerance.seconds" = "300"
    }
  }

  policy_arns        = { kafka = module.job_access.policy_arn }
  subnet_ids         = local.network.private_subnet_ids
  security_group_ids = [module.flink_group.security_group_id]
  log_retention_days = var.log_retention_days
  log_kms_key_arn    = local.key_arns["logs"]
}
