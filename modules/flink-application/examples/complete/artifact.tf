data "aws_caller_identity" "current" {}

module "access_logs" {
  source = "../../../bucket"

  bucket_name       = "${var.name}-logs-${data.aws_caller_identity.current.account_id}"
  access_log_target = true
}

module "artifacts" {
  source = "../../../bucket"

  bucket_name     = "${var.name}-artifacts-${data.aws_caller_identity.current.account_id}"
  kms_key_arn     = module.key.key_arn
  log_bucket_name = module.access_logs.bucket_name
}

resource "aws_s3_object" "jar" {
  bucket     = module.artifacts.bucket_name
  key        = "${substr(filesha256(var.job_jar), 0, 32)}.jar" # Managed Flink takes new code only from a new key.
  source     = var.job_jar
  kms_key_id = module.key.key_arn

  lifecycle {
    create_before_destroy = true # The job refers to the old jar until its update to the new one.
  }
}
