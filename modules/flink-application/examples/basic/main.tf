# A Flink job of one's own, and the bucket that AWS takes its jar from.

provider "aws" {
  region = var.region
}

module "flink_application" {
  source = "../.."

  name               = var.name
  code_bucket_arn    = module.artifacts.bucket_arn
  code_key           = aws_s3_object.jar.key
  code_kms_key_arn   = module.key.key_arn
  property_groups    = { job = { "window.seconds" = "60" } }
  subnet_ids         = module.network.private_subnet_ids
  security_group_ids = [module.group.security_group_id]
  log_retention_days = 30
  log_kms_key_arn    = module.key.key_arn
}
